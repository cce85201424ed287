"""What fills the window when no storyboard is shown: welcome and the new-film page."""

"""The library beside the storyboard: what can be filmed, in pictures, to be dragged onto shots."""

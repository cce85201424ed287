"""How the studio looks: colours, fonts, icons and the small style sheet on top of Fusion."""

"""The crew in the window: who plays what and does what, its proposals, its cost, and answering in a role's place."""

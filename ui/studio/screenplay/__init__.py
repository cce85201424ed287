"""The film as a screenplay page that can be written on."""

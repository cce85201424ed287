"""The built-in crew: works without any model, by rules and word lists."""

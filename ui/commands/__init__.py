"""The commands of `shotwright`, one module each, with `main(argv) -> exit status`."""

"""The front door: command line, public API, configuration."""

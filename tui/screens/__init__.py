"""The screens, each in its own file."""

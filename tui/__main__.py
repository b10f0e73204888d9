"""`python -m tui` is the command `recoupe`."""

from tui.door import main

if __name__ == "__main__":
    main()

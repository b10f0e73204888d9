"""The patterns of what the command line's parser (Typer, and Pydantic under it) says, for
`tui.language.engine_words`; `{argument}` is an argument's name, or stays where it is an option's.
"""

from tui.language.i18n import N_

PARSER = (
    N_("Missing argument '{argument}'."),
    N_("Missing option '{argument}'."),
    N_("Missing command."),
    N_("No such option: {word} (Possible options: {words})"),
    N_("No such option: {word}"),
    N_("No such command '{word}'. Did you mean {words}?"),
    N_("No such command '{word}'."),
    N_("Got unexpected extra argument(s) ({words})"),
    N_("Option '{word}' requires an argument."),
    N_("Option '{word}' does not take a value."),
    N_("Argument '{argument}' takes {n} values."),
    N_("Invalid value for '{argument}': {why}"),
    N_("Input should be a valid integer, unable to parse string as an integer"),
    N_("Input should be greater than or equal to {n}"),
    N_("Input should be less than or equal to {n}"),
    N_("Value error, '{word}' is not one of {words}."),
)
"""What is wrong with a command line."""

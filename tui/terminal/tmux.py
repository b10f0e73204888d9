"""The tmux that the program runs in: what it can do with a text."""

import subprocess
from collections.abc import Mapping
from functools import cached_property

PATIENCE = 2.0
"""Seconds; it answers within milliseconds, or its server has gone."""

_ASKED = "#{set-clipboard}\t#{client_tty}\t#{client_termfeatures}\t#{prefix}"


class Tmux:
    """Asked through its own command line."""

    def __init__(self, environ: Mapping[str, str]) -> None:
        """`environ` with TMUX, which says which server is meant."""
        self._environ = dict(environ)

    def load(self, text: str, *, offer: bool = False) -> bool:
        """Put a text into a buffer, and with `offer` to the terminal's clipboard too."""
        command = ["load-buffer", *(["-w"] if offer else []), "-"]
        return self._run(command, text.encode("utf-8")) is not None

    @property
    def prefix(self) -> str:
        """The key before tmux's own keys, as a person reads it."""
        key = self._asked[3] or "C-b"
        return key.replace("C-", "Ctrl-").replace("M-", "Alt-")

    @property
    def offers(self) -> bool:
        """Whether it is allowed to offer texts to its terminal (set-clipboard)."""
        return self._asked[0] in ("on", "external")

    @property
    def reaches(self) -> bool:
        """Whether it knows how to give its terminal a text for the clipboard."""
        _, tty, features, _ = self._asked
        if "clipboard" in features.split(","):
            return True
        # The configuration or terminfo may have taught it (Ms) without naming the feature.
        known = (self._run(["show-messages", "-T"]) or "").split("Terminal ")
        ours = [part for part in known if tty and f" for {tty}," in part.split("\n")[0]]
        return any(" Ms: " in part and " Ms: [missing]" not in part for part in ours)

    @property
    def passes(self) -> bool:
        """Whether it passes on to its terminal what it does not know (allow-passthrough)."""
        answer = self._run(["show-options", "-Apv", "allow-passthrough"])
        # Versions before 3.3 have no such option and always pass it on.
        return answer is None or answer.strip() in ("on", "all")

    @cached_property
    def environ(self) -> dict[str, str]:
        """The environment of the terminal that is attached now, not of the one it began in."""
        held = dict(self._environ)
        for line in (self._run(["show-environment"]) or "").splitlines():
            name, _, value = line.partition("=")
            if name.startswith("-"):
                held.pop(name[1:], None)
            else:
                held[name] = value
        return held

    @cached_property
    def _asked(self) -> list[str]:
        """The answers to all of `_ASKED`; empty ones where it has gone."""
        answer = self._run(["display-message", "-p", _ASKED]) or ""
        return [*answer.rstrip("\n").split("\t"), "", "", "", ""][:4]

    def _run(self, command: list[str], given: bytes = b"") -> str | None:
        """What a command prints, None where it failed."""
        try:
            done = subprocess.run(
                ["tmux", *command],
                input=given,
                env=self._environ,
                capture_output=True,
                timeout=PATIENCE,
                check=False,
            )
        except (OSError, subprocess.TimeoutExpired):
            return None
        return done.stdout.decode("utf-8", "replace") if done.returncode == 0 else None

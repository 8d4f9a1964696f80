"""The commands: parse options, call one function, write, choose the exit code."""

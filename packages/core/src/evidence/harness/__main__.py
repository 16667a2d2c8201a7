"""Lets Python run the folder, or the archive made of it, as a program."""

import sys

from foundry_harness.main import main

main(sys.argv[1:])

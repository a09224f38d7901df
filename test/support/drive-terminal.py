"""Runs a program on a pseudo-terminal and types what a script of it says.

argv: a JSON list of [what to wait for, what to type then], then the program and its arguments.
Prints, as JSON, the exit code and all that the program showed. Exits with 1 where something waited for never came.
"""

import fcntl
import json
import os
import pty
import select
import struct
import sys
import termios
import time

script = json.loads(sys.argv[1])
child, terminal = pty.fork()
if child == 0:
    # A fresh terminal has no size: give it one before the program looks.
    fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", 50, 120, 0, 0))
    os.execvp(sys.argv[2], sys.argv[2:])

shown = ""
read_to = 0
deadline = time.monotonic() + 20
steps = list(script)
missed = None
while True:
    if time.monotonic() > deadline:
        missed = steps[0][0] if steps else "the end"
        os.kill(child, 9)
        break
    ready, _, _ = select.select([terminal], [], [], 0.1)
    if ready:
        try:
            data = os.read(terminal, 65536)
        except OSError:
            break
        if not data:
            break
        shown += data.decode("utf-8", "replace")
    if steps:
        at = shown.find(steps[0][0], read_to)
        if at != -1:
            wanted, typed = steps.pop(0)
            read_to = len(shown)
            time.sleep(0.15)
            os.write(terminal, typed.encode())
_, status = os.waitpid(child, 0)
print(json.dumps({"code": os.waitstatus_to_exitcode(status), "shown": shown, "missed": missed}))

#!/bin/bash
# Becomes Electron, with everything it prints kept in a file too: Playwright hands its streams over only once the app runs.
exec "$SWITCHBOARD_E2E_EXECUTABLE" "$@" \
  > >(exec tee -a "$SWITCHBOARD_E2E_LOG") 2> >(exec tee -a "$SWITCHBOARD_E2E_LOG" >&2)

"""Camera grammar as numbers: who is where, how a shot type frames them, where the camera can stand."""

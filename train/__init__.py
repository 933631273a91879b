"""Trains the reader that ships with the project; nothing else imports this package.

    python -m train general --cmrc FILE --drcd FILE … --output DIR
    python -m train policy  --cmrc FILE --drcd FILE … --output DIR --start DIR
    python -m train export  --start DIR

See `train/README.md` for the data, its licences and the measured figures.
"""

"""One step of an optimizer, at a rate that rises and then falls."""

from __future__ import annotations

from typing import Protocol

import torch
from torch import Tensor


class Schedule(Protocol):
    """The rate rises to `rate` in `warmup` steps, then falls linearly to `final_rate`."""

    @property
    def steps(self) -> int:
        """How many steps there are."""

    @property
    def warmup(self) -> int:
        """How many of them the rate rises for."""

    @property
    def rate(self) -> float:
        """The highest rate."""

    @property
    def final_rate(self) -> float:
        """The rate of the last step."""


def rate_at(step: int, schedule: Schedule) -> float:
    """The learning rate of a step, the first being 1."""
    if step <= schedule.warmup:
        return schedule.rate * step / schedule.warmup
    done = (step - schedule.warmup) / max(1, schedule.steps - schedule.warmup)
    return schedule.rate + (schedule.final_rate - schedule.rate) * done


def multiplying_in(precision: str) -> torch.autocast:
    """Matrices are multiplied in this type of torch's within: float32, or reduced (bfloat16)."""
    return torch.autocast("cpu", getattr(torch, precision), enabled=precision != "float32")


def descend(value: Tensor, optimizer: torch.optim.Optimizer, rate: float, clip: float) -> None:
    """Step down the gradient of `value` at this rate, its norm cut at `clip`."""
    value.backward()  # type: ignore[no-untyped-call]
    moved = [one for group in optimizer.param_groups for one in group["params"]]
    torch.nn.utils.clip_grad_norm_(moved, clip)
    for group in optimizer.param_groups:
        group["lr"] = rate
    optimizer.step()
    optimizer.zero_grad(set_to_none=True)

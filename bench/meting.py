"""Measuring whole processes: CPU seconds, wall seconds and private memory, side by side."""
import os
import statistics
import subprocess
import threading
import time


def eigen_kb(pid):
    """Anonymous resident memory of a process in KB: what is in no file."""
    try:
        with open(f"/proc/{pid}/status") as f:
            for regel in f:
                if regel.startswith("RssAnon:"):
                    return int(regel.split()[1])
    except (OSError, ValueError):
        pass
    return 0


def draai(opdracht):
    """Runs a command; gives (CPU s, wall s, peak private KB). A command that fails stops the benchmark."""
    begin = time.perf_counter()
    kind = subprocess.Popen(opdracht, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    piek, klaar = [0], threading.Event()

    def kijk():
        while not klaar.is_set():
            piek[0] = max(piek[0], eigen_kb(kind.pid))
            klaar.wait(0.004)

    wacht = threading.Thread(target=kijk)
    wacht.start()
    uit, fout = kind.stdout.read(), kind.stderr.read()
    _, stand, gebruik = os.wait4(kind.pid, 0)
    klaar.set()
    wacht.join()
    if stand != 0:
        raise SystemExit(f"mislukt ({stand}): {' '.join(map(str, opdracht))}\n{uit}{fout}")
    return gebruik.ru_utime + gebruik.ru_stime, time.perf_counter() - begin, piek[0]


class Paren:
    """Commands in turn: A B C A B C …; what counts is the median of the ratios within a round."""

    def __init__(self, keren):
        self.keren = keren

    def meet(self, **opdrachten):
        rondes = [{naam: draai(o) for naam, o in opdrachten.items()} for _ in range(self.keren)]
        return {
            naam: {
                "cpu": statistics.median(r[naam][0] for r in rondes),
                "laagste": min(r[naam][0] for r in rondes),
                "hoogste": max(r[naam][0] for r in rondes),
                "muur": statistics.median(r[naam][1] for r in rondes),
                "kb": max(r[naam][2] for r in rondes),
                "alle": [r[naam][0] for r in rondes],
            }
            for naam in opdrachten
        }


def verhouding(uit, boven, onder, netto=0.0):
    """Median over the rounds of boven / onder; `netto` is the start-up that boven does not have to pay."""
    return statistics.median((a - netto) / b for a, b in zip(uit[boven]["alle"], uit[onder]["alle"]))


def tabel(uit, rijen):
    """One line per engine."""
    for naam, m in uit.items():
        print(
            f"  {naam:<34} {m['cpu']:7.3f} s CPU ({m['laagste']:.3f}–{m['hoogste']:.3f})"
            f"  {m['muur']:7.3f} s  {m['kb'] / 1024:7.0f} MiB eigen  {m['cpu'] * 1e9 / rijen:6.2f} ns/rij"
        )

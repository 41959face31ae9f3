"""Trains the recogniser's last layers on drawn lines and writes them for the app; see README.md."""

import argparse
import math
import multiprocessing
import os
import random
import unicodedata

import numpy
import onnx
import torch
import torch.nn.functional as functional
from onnx import helper, numpy_helper

from contents import CHARACTERS, LETTERS, SIGNS
from network import Network
from pictures import Pictures

CLASSES = "\0" + CHARACTERS + " "
BATCH = 64
PIXELS_AT_ONCE = 16 * 320
HEAD_ALONE = 0.1
RATE, HEAD_RATE, ADDED_RATE, SLOWEST = 3e-4, 9e-4, 2e-3, 0.02
ADDED_EPOCHS = 2
# Drawn lines hold about e times as many letters and signs beyond ASCII as documents do.
RARER = 1.0

# Classes that the stock model lacks begin as the ones that look most like them.
LOOKALIKES = dict(zip("€£ØøßŒœÆæıŁł¢«»³¼½¡¿ªº„–—●▪", "CEOoBEeEeiLlc<>²42!?a°,--•■"))
# The stock model was trained on Chinese type, where some of our signs have other code points.
CHINESE_FORMS = {"￡": "£", "￥": "¥", "￠": "¢", "∶": ":", "－": "-", "′": "'", "″": '"', "│": "|"}


def batches(items: list, size) -> list[list]:
    """Items whose first part is equally wide, in groups of a size that may depend on the width."""
    widths: dict[int, list] = {}
    for item in items:
        widths.setdefault(item[0].shape[-1], []).append(item)
    return [group[i : i + size(width)] for width, group in widths.items() for i in range(0, len(group), size(width))]


def draw_and_look(stock: str, count: int, seed: int) -> list[tuple[numpy.ndarray, str]]:
    """Draws lines; gives the features of each, and its text."""
    torch.set_num_threads(1)
    pictures, network = Pictures(seed), Network(stock)
    seen = []
    with torch.no_grad():
        for start in range(0, count, 2_000):
            drawn = [pictures.next() for _ in range(min(2_000, count - start))]
            lines = [(torch.from_numpy(picture).permute(2, 0, 1).contiguous(), text) for picture, text in drawn]
            for batch in batches(lines, lambda width: max(4, min(32, PIXELS_AT_ONCE // width))):
                features = network.look(torch.stack([line for line, _ in batch]).float() / 127.5 - 1).half()
                seen += [(feature.numpy(), text) for feature, (_, text) in zip(features, batch)]
            print(f"drawn and looked at: {len(seen)} of {count}", flush=True)
    return seen


def replace_head(network: Network, listed: list[str]):
    """Gives the network one class for each of our characters; listed are the stock model's, from its second class on."""
    classes: dict[str, int] = {}
    for number, character in enumerate([*listed, " "], 1):
        western = CHINESE_FORMS.get(character, unicodedata.normalize("NFKC", character) if "！" <= character <= "～" else character)
        if western == character or western not in classes:
            classes[western] = number
    weights, biases = (network.constant(name) for name in network.head())
    columns = [0]
    for character in CLASSES[1:]:
        nearest = character
        if character not in classes:
            nearest = LOOKALIKES.get(character) or unicodedata.normalize("NFD", character)[0]
        columns.append(classes.get(nearest, classes["*"]))
    weights.data, biases.data = weights.data[:, columns].clone(), biases.data[columns].clone()


def loss_of(network: Network, batch) -> torch.Tensor:
    scores = network.read(torch.from_numpy(numpy.stack([features for features, _ in batch])).float()).log_softmax(-1).permute(1, 0, 2)
    targets = [torch.tensor([CLASSES.index(character) for character in text]) for _, text in batch]
    steps = torch.full((len(batch),), scores.shape[0], dtype=torch.long)
    return functional.ctc_loss(scores, torch.cat(targets), steps, torch.tensor([len(target) for target in targets]), zero_infinity=True)


def eased(done: float) -> float:
    """The share of a rate that is left when a share of the work is done: half a wave of the cosine, down to the slowest."""
    return SLOWEST + (1 - SLOWEST) * (1 + math.cos(math.pi * done)) / 2


def train(network: Network, lines: list, epochs: int, chance: random.Random):
    head = set(network.head())
    trained = network.trained()
    for name, parameter in network.named_parameters():
        parameter.requires_grad_(name in {network.keys[each] for each in trained})
    groups = [
        {"params": [network.constant(name) for name in trained if name not in head], "lr": RATE},
        {"params": [network.constant(name) for name in head], "lr": HEAD_RATE},
    ]
    optimizer = torch.optim.AdamW(groups, weight_decay=1e-4, betas=(0.9, 0.99))
    total, step = epochs * len(batches(lines, lambda _: BATCH)), 0
    for epoch in range(epochs):
        chance.shuffle(lines)
        work, losses = batches(lines, lambda _: BATCH), []
        chance.shuffle(work)
        for batch in work:
            done = step / total
            rate = min(1, step / 100) * eased(done)
            # The new classes learn their places first, so that they do not disturb what stands before them.
            optimizer.param_groups[0]["lr"] = RATE * rate if done >= HEAD_ALONE else 0
            optimizer.param_groups[1]["lr"] = HEAD_RATE * rate
            loss = loss_of(network, batch)
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_([parameter for group in groups for parameter in group["params"]], 5)
            optimizer.step()
            losses.append(loss.item())
            step += 1
        print(f"epoch {epoch + 1} of {epochs}: loss {sum(losses) / len(losses):.3f}", flush=True)


def mix(network: Network, stock: dict[str, torch.Tensor], share: float):
    """Takes the mean of the trained constants, which count by the share, and the stock ones."""
    for name, value in stock.items():
        network.constant(name).data = value * (1 - share) + network.constant(name).data * share


def train_added(network: Network, lines: list, epochs: int, chance: random.Random):
    """Trains the classes of letters and signs beyond ASCII alone once more: the mean has half forgotten them."""
    weights, biases = (network.constant(name) for name in network.head())
    added = torch.tensor([character in LETTERS + SIGNS for character in CLASSES])
    for parameter in network.parameters():
        parameter.requires_grad_(parameter is weights or parameter is biases)
    optimizer = torch.optim.Adam([weights, biases], lr=ADDED_RATE)
    total, step = epochs * len(batches(lines, lambda _: BATCH)), 0
    for _ in range(epochs):
        work = batches(lines, lambda _: BATCH)
        chance.shuffle(work)
        for batch in work:
            optimizer.param_groups[0]["lr"] = ADDED_RATE * eased(step / total)
            optimizer.zero_grad()
            loss_of(network, batch).backward()
            weights.grad[:, ~added] = 0
            biases.grad[~added] = 0
            optimizer.step()
            step += 1
    biases.data[added] -= RARER


def write(network: Network, folder: str):
    names = sorted(network.trained())
    tensors = [numpy_helper.from_array(network.constant(name).detach().numpy().astype("float16"), name) for name in names]
    graph = helper.make_graph([], "latin layers", [], [], tensors)
    onnx.save(helper.make_model(graph, producer_name="GroundedDocs"), os.path.join(folder, "latin-layers.onnx"))
    with open(os.path.join(folder, "latin-characters.txt"), "w", encoding="utf-8") as file:
        file.write(CHARACTERS + "\n")


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--stock", required=True, help="folder of the stock models")
    options.add_argument("--out", required=True, help="folder that the layers are written to")
    options.add_argument("--lines", type=int, default=48_000)
    options.add_argument("--epochs", type=int, default=5)
    options.add_argument("--share", type=float, default=0.6, help="part of the trained constants in the mean, 0..1")
    options.add_argument("--seed", type=int, default=11)
    chosen = options.parse_args()
    model = os.path.join(chosen.stock, "ch_PP-OCRv4_rec_infer.onnx")
    processes = os.cpu_count() or 1
    with multiprocessing.Pool(processes) as pool:
        shares = [(model, math.ceil(chosen.lines / processes), chosen.seed + i) for i in range(processes)]
        lines = [line for part in pool.starmap(draw_and_look, shares) for line in part]
    network = Network(model)
    with open(os.path.join(chosen.stock, "ppocr_keys_v1.txt"), encoding="utf-8") as file:
        replace_head(network, file.read().rstrip("\n").split("\n"))
    stock = {name: network.constant(name).detach().clone() for name in network.trained()}
    chance = random.Random(chosen.seed)
    train(network, lines, chosen.epochs, chance)
    mix(network, stock, chosen.share)
    train_added(network, lines, ADDED_EPOCHS, chance)
    write(network, chosen.out)


if __name__ == "__main__":
    torch.set_flush_denormal(True)
    main()

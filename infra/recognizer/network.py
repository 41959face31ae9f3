"""Runs the recogniser's ONNX graph in PyTorch, with its constants as parameters."""

import onnx
import torch
import torch.nn.functional as functional
from onnx import helper, numpy_helper

TYPES = {onnx.TensorProto.FLOAT: torch.float32, onnx.TensorProto.INT32: torch.int32, onnx.TensorProto.INT64: torch.int64}


class Network(torch.nn.Module):
    """The graph of one ONNX file; knows the operations that PP-OCRv4's recogniser is made of."""

    def __init__(self, path: str):
        super().__init__()
        graph = onnx.load(path).graph
        self.nodes = [node for node in graph.node if node.op_type != "Constant"]
        self.input, self.output = graph.input[0].name, graph.output[0].name
        self.keys: dict[str, str] = {}
        self.fixed: dict[str, torch.Tensor] = {}
        for tensor in graph.initializer:
            self._keep(tensor.name, numpy_helper.to_array(tensor))
        for node in graph.node:
            if node.op_type == "Constant":
                self._keep(node.output[0], numpy_helper.to_array(node.attribute[0].t))
        # What the convolutions see; everything after it is trained.
        self.features = next(node.output[0] for node in self.nodes if node.op_type == "AveragePool")

    def constant(self, name: str) -> torch.nn.Parameter:
        return getattr(self, self.keys[name])

    def head(self) -> tuple[str, str]:
        """Names of the weights and the biases of the layer before the final softmax."""
        product = [node for node in self.nodes if node.op_type == "MatMul"][-1]
        addition = next(node for node in self.nodes if product.output[0] in node.input)
        return product.input[1], next(name for name in addition.input if name in self.keys)

    def trained(self) -> list[str]:
        """Names of the constants behind the features."""
        start = next(i for i, node in enumerate(self.nodes) if node.output[0] == self.features)
        names = (name for node in self.nodes[start + 1 :] for name in node.input if name in self.keys)
        statistics = {name for node in self.nodes if node.op_type == "BatchNormalization" for name in node.input[3:]}
        return [name for name in dict.fromkeys(names) if name not in statistics]

    def look(self, pictures: torch.Tensor) -> torch.Tensor:
        """Pictures (n, 3, 48, width) to features (n, 480, 1, width / 8)."""
        return self._run(self.nodes, {self.input: pictures}, self.features)

    def read(self, features: torch.Tensor) -> torch.Tensor:
        """Features to the classes' scores before the softmax (n, width / 8, classes)."""
        start = next(i for i, node in enumerate(self.nodes) if node.output[0] == self.features)
        return self._run(self.nodes[start + 1 :], {self.features: features}, self.nodes[-1].input[0])

    def _keep(self, name, array):
        tensor = torch.from_numpy(array.copy())
        if tensor.dtype == torch.float32 and tensor.numel() > 1:
            self.keys[name] = name.replace(".", "_")
            self.register_parameter(self.keys[name], torch.nn.Parameter(tensor))
        else:
            self.fixed[name] = tensor

    def _run(self, nodes, values, wanted):
        for node in nodes:
            inputs = [values[i] if i in values else self.constant(i) if i in self.keys else self.fixed[i] for i in node.input]
            attributes = {attribute.name: helper.get_attribute_value(attribute) for attribute in node.attribute}
            values[node.output[0]] = OPERATIONS[node.op_type](inputs, attributes)
            if node.output[0] == wanted:
                return values[wanted]
        raise ValueError(f"The graph does not compute {wanted}.")


def _convolution(inputs, attributes):
    return functional.conv2d(
        inputs[0], inputs[1], inputs[2] if len(inputs) > 2 else None,
        stride=attributes["strides"], padding=tuple(attributes["pads"][:2]), groups=attributes["group"],
    )  # fmt: skip


def _slice(inputs, attributes):
    index = [slice(None)] * inputs[0].dim()
    for axis, start, end in zip(attributes["axes"], attributes["starts"], attributes["ends"]):
        index[axis] = slice(start, end)
    return inputs[0][tuple(index)]


def _reshape(inputs, _):
    return inputs[0].reshape([inputs[0].shape[i] if size == 0 else size for i, size in enumerate(inputs[1].tolist())])


OPERATIONS = {
    "Add": lambda i, a: i[0] + i[1],
    "AveragePool": lambda i, a: functional.avg_pool2d(i[0], a["kernel_shape"], a["strides"], count_include_pad=False),
    "BatchNormalization": lambda i, a: functional.batch_norm(i[0], i[3].detach(), i[4].detach(), i[1], i[2], False, 0, a["epsilon"]),
    "Cast": lambda i, a: i[0].to(TYPES[a["to"]]),
    "Clip": lambda i, a: i[0].clamp(a["min"], a["max"]),
    "Concat": lambda i, a: torch.cat(i, a["axis"]),
    "Conv": _convolution,
    "Div": lambda i, a: i[0] / i[1],
    "GlobalAveragePool": lambda i, a: i[0].mean((2, 3), keepdim=True),
    "HardSigmoid": lambda i, a: (i[0] * a["alpha"] + a["beta"]).clamp(0, 1),
    "MatMul": lambda i, a: i[0] @ i[1],
    "Mul": lambda i, a: i[0] * i[1],
    "Pow": lambda i, a: i[0] ** i[1],
    "ReduceMean": lambda i, a: i[0].mean(a["axes"], keepdim=bool(a.get("keepdims", 1))),
    "Relu": lambda i, a: torch.relu(i[0]),
    "Reshape": _reshape,
    "Shape": lambda i, a: torch.tensor(i[0].shape),
    "Sigmoid": lambda i, a: torch.sigmoid(i[0]),
    "Slice": _slice,
    "Softmax": lambda i, a: torch.softmax(i[0], a["axis"]),
    "Sqrt": lambda i, a: torch.sqrt(i[0]),
    "Squeeze": lambda i, a: i[0].squeeze(a["axes"][0]),
    "Sub": lambda i, a: i[0] - i[1],
    "Transpose": lambda i, a: i[0].permute(a["perm"]),
}

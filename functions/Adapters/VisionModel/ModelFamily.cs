namespace GroundedDocs.Adapters.VisionModel;

/// <summary>The kind of vision-language model behind the server: decides how pictures are sized and what its boxes mean.</summary>
public enum ModelFamily
{
    /// <summary>Any other model: no boxes are asked for.</summary>
    Generic,

    /// <summary>Qwen2-VL: boxes in thousandths of the picture; picture sides in multiples of 28.</summary>
    Qwen2Vl,

    /// <summary>Qwen2.5-VL: boxes in pixels of the picture as the model sees it; picture sides in multiples of 28.</summary>
    Qwen25Vl,

    /// <summary>Qwen3-VL: boxes in thousandths of the picture; picture sides in multiples of 32.</summary>
    Qwen3Vl,
}

using System.Diagnostics.CodeAnalysis;

namespace GroundedDocs.Documents;

/// <summary>Either a value or the <see cref="Documents.Failure"/> that explains why there is none.</summary>
public readonly record struct Result<T>
    where T : notnull
{
    private readonly T? value;

    private Result(T? value, Failure? failure)
    {
        this.value = value;
        Failure = failure;
    }

    /// <summary>The failure, or null when there is a value.</summary>
    public Failure? Failure { get; }

    /// <summary>The value. Asking a failed result for it is a bug and throws <see cref="InvalidOperationException"/>.</summary>
    public T Value =>
        Failure is null && value is not null ? value : throw new InvalidOperationException($"There is no value: {Failure?.Message}");

    /// <summary>True with the value, or false with the failure.</summary>
    public bool TryGet([NotNullWhen(true)] out T? found, [NotNullWhen(false)] out Failure? failure)
    {
        found = value;
        failure = Failure;
        return failure is null;
    }

    /// <summary>A result that holds a value.</summary>
    public static implicit operator Result<T>(T value) => new(value, null);

    /// <summary>A result that holds a failure.</summary>
    public static implicit operator Result<T>(Failure failure) => new(default, failure);
}

namespace GroundedDocs.App.Options;

/// <summary>Every setting of the app: the one list that the sample file and the manual are held against by tests.</summary>
internal static class Settings
{
    /// <summary>All settings, in the order of the manual.</summary>
    public static IReadOnlyList<Setting> All { get; } =
    [.. Server, .. Jwt, .. Api, .. Outbound, .. VisionModel, .. Extraction, .. DocumentIntelligence, .. Prices];

    private static Setting[] Server =>
        [
            new("AzureWebJobsStorage", "", "Connection string of the storage account, or UseDevelopmentStorage=true for the emulator."),
            new("AzureWebJobsStorage__accountName", "", "Name of the storage account, to sign in with the managed identity instead."),
            new("AzureWebJobsStorage__clientId", "", "Client id of the user-assigned identity; empty for the system-assigned one."),
            new("GROUNDEDDOCS_PORT", "7071", "Port on 127.0.0.1 when the app runs standalone."),
            new("GROUNDEDDOCS_RETENTION_DAYS", "30", "Days that results are kept."),
            new(
                "GROUNDEDDOCS_KEYS",
                "",
                "Keys of callers beside those in table storage, as `keys create NAME --setting` prints them, parted by semicolons."
            ),
            new("GROUNDEDDOCS_WEBHOOK_SECRET", "", "Secret that webhook bodies are signed with; empty for no signature."),
            new("OTEL_EXPORTER_OTLP_ENDPOINT", "", "Where traces, metrics and logs are sent with OTLP; empty for nowhere."),
            new("APPLICATIONINSIGHTS_CONNECTION_STRING", "", "Azure Monitor resource that traces and metrics are sent to; empty for none."),
            new(
                "APPLICATIONINSIGHTS_AUTHENTICATION_STRING",
                "",
                "Authorization=AAD, with or without ;ClientId=…, to sign in there with the managed identity; empty for the connection string alone."
            ),
        ];

    private static Setting[] Jwt =>
        [
            new(
                "Jwt__Authority",
                "",
                "Address of an identity provider that vouches for callers beside keys, such as https://login.microsoftonline.com/TENANT/v2.0; empty for none."
            ),
            new("Jwt__Audience", "", "Whom its tokens must be made out to; empty to accept no tokens."),
            new("Jwt__OwnerClaim", "oid", "The claim that says whose files and predictions a caller sees."),
            new(
                "Jwt__ClientId",
                "",
                "Client id under which the provider signs people in on the review page; empty to sign nobody in there."
            ),
            new("Jwt__ClientSecret", "", "Secret of that client; empty for a public client."),
        ];

    private static Setting[] Api =>
        [
            new("Api__BodyBytes", "50331648", "Bytes of a JSON body."),
            new("Api__JsonDepth", "128", "Nesting of a JSON body."),
            new("Api__DataUriBytes", "25165824", "Bytes of one document or picture in a data URI."),
            new("Api__Images", "100", "Pictures in one request."),
            new("Api__PageIndices", "2000", "Pages chosen in one request."),
            new("Api__TextCharacters", "2000", "Characters of names and other words in a request."),
            new("Api__ListEntries", "1000", "Entries of one list."),
            new("Api__ListSkip", "10000", "Entries that a list may skip."),
            new("Api__WaitTime", "00:03:20", "How long a request with batch false waits before it is answered with 202."),
            new("Api__RequestTime", "00:03:45", "Longest time for one request."),
            new("Api__UploadTime", "1.00:00:00", "How long an upload address is good for at most."),
            new("Api__RequestsPerSecond", "50", "Requests that a key may send each second in the long run, to one process."),
            new("Api__RequestBurst", "200", "Requests that a key may send at once after a pause."),
            new("Api__ConcurrentRequests", "100", "Requests of a key that may be under way at once."),
        ];

    private static Setting[] Outbound =>
        [
            new("Outbound__AllowHttp", "false", "Whether documents may come from, and webhooks go to, plain http addresses."),
            new(
                "Outbound__AllowPrivateAddresses",
                "false",
                "Whether those addresses may be on this machine or in private networks: for trying things out only."
            ),
            new("Outbound__Redirects", "5", "Redirects that are followed to a document."),
            new("Outbound__FetchBytes", "209715200", "Bytes of a fetched document."),
            new("Outbound__FetchTime", "00:01:00", "Time for fetching a document."),
        ];

    private static Setting[] VisionModel =>
        [
            new(
                "VisionModel__Endpoint",
                "",
                "API root of an OpenAI-compatible server, such as http://model/v1; empty for no model. Public addresses must be https."
            ),
            new("VisionModel__Model", "", "Name of the model as the server knows it."),
            new("VisionModel__ApiKey", "", "Key of the server; empty when it needs none."),
            new("VisionModel__IdentityScope", "", "Token scope to sign in with the managed identity; empty for none."),
            new(
                "VisionModel__Family",
                "Generic",
                "Qwen2Vl, Qwen25Vl, Qwen3Vl or Generic: decides picture sizes and what the model's boxes mean."
            ),
            new("VisionModel__Concurrency", "4", "Requests under way at once from one process."),
            new("VisionModel__WindowPages", "1", "Pages in one request."),
            new("VisionModel__FieldsPerCall", "40", "Fields in one request; wider schemas are asked for in groups."),
            new("VisionModel__MaxOutputTokens", "8192", "Tokens of one answer."),
            new("VisionModel__LowDetailPixels", "400000", "Pixels of a picture at detail lo."),
            new("VisionModel__AutoDetailPixels", "1200000", "Pixels of a picture at detail auto."),
            new("VisionModel__MaxImagePixels", "2400000", "Pixels of the largest picture the server takes; detail hi uses it."),
            new("VisionModel__RequestTimeout", "00:03:00", "How long one answer may take."),
            new("VisionModel__StartupPatience", "00:20:00", "How long an unreachable server counts as starting rather than broken."),
            new("VisionModel__DailyTokenBudget", "0", "Tokens that one process may use in a day (UTC); 0 for no bound."),
        ];

    private static Setting[] Extraction =>
        [
            new("Extraction__Agreement", "false", "Whether the embedded extractor runs beside the model, so that they check each other."),
            new(
                "Extraction__WhenUnavailable",
                "Wait",
                "Wait, Fallback (embedded extractor, marked, never hi) or Fail, when the model has no answer."
            ),
        ];

    private static Setting[] DocumentIntelligence =>
        [
            new("DocumentIntelligence__Endpoint", "", "Address of an Azure AI Document Intelligence resource; empty to read in process."),
            new("DocumentIntelligence__ApiKey", "", "Key of the resource; empty to sign in with the managed identity."),
            new("DocumentIntelligence__Use", "ScannedPages", "ScannedPages (pages without a text layer) or EveryPage."),
            new("DocumentIntelligence__PageTimeout", "00:02:00", "How long a page may take there before it is read in process."),
        ];

    private static Setting[] Prices =>
        [
            new("Prices__Currency", "USD", "Currency of the prices, ISO 4217."),
            new("Prices__MillionInputTokens", "0", "Price of a million tokens sent to the model."),
            new("Prices__MillionOutputTokens", "0", "Price of a million tokens received."),
            new("Prices__ModelHour", "0", "Price of an hour of the model's machine, counted by the time of its answers."),
            new("Prices__ThousandServicePages", "0", "Price of a thousand pages at Document Intelligence."),
            new("Prices__TenThousandStorageOperations", "0", "Price of ten thousand storage operations."),
        ];
}

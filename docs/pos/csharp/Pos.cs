// A small POS that hands one bill over to Points Till and says what to do with it. Needs .NET 8 or later, or Mono 6.8.
// It is written in C# 7, with what both have. examples.md says how to build it with Mono.
//
//     TILL_TOKEN="$(points-till api-token)" dotnet run -- MG-1 9777788221 12.5
//
// If it is killed, start it again with the same bill: it goes on with the same hand-over, and never redeems twice.

using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Runtime.Serialization;
using System.Runtime.Serialization.Json;
using System.Text;
using System.Threading;

/// <summary>What is sent, all as texts, so that amounts stay exact.</summary>
[DataContract]
internal sealed class Fields
{
    [DataMember(Name = "bill")] public string Bill { get; set; }
    [DataMember(Name = "mobile")] public string Mobile { get; set; }
    [DataMember(Name = "points")] public string Points { get; set; }
}

/// <summary>What the till says, as far as this POS reads it. What an answer does not have is null.</summary>
[DataContract]
internal sealed class Said
{
    [DataMember(Name = "id")] public string Id { get; set; }
    [DataMember(Name = "outcome")] public string Outcome { get; set; }
    [DataMember(Name = "message")] public string Message { get; set; }
    [DataMember(Name = "redeemed_value")] public string RedeemedValue { get; set; }
    [DataMember(Name = "points_redeemed")] public string PointsRedeemed { get; set; }
    [DataMember(Name = "reversed_points")] public string ReversedPoints { get; set; }
    [DataMember(Name = "external_reference_number")] public string Reference { get; set; }

    /// <summary>A redemption of this bill of which the POS was never told. Its points are gone.</summary>
    [DataMember(Name = "earlier")] public Said Earlier { get; set; }

    [DataMember(Name = "outcomes")] public List<Said> Outcomes { get; set; }
    [DataMember(Name = "error")] public Said Error { get; set; }
}

/// <summary>What the POS remembers of one bill.</summary>
[DataContract]
internal sealed class Sale
{
    /// <summary>Tells this hand-over from every other one.</summary>
    [DataMember] public string Key { get; set; }

    /// <summary>The till's id of the hand-over, as soon as the POS knows it.</summary>
    [DataMember] public string Id { get; set; }

    /// <summary>The till's result, once points were redeemed.</summary>
    [DataMember] public Said Result { get; set; }
}

internal sealed class PosError : Exception
{
    public PosError(string message) : base(message) { }
}

internal static class Pos
{
    private static readonly string Port = Environment.GetEnvironmentVariable("TILL_PORT") ?? "8017";

    // The token is not an argument, because every user of the machine can read the arguments of all programs.
    private static readonly string Token = Environment.GetEnvironmentVariable("TILL_TOKEN") ?? "";

    // The till is on this machine. A proxy that the system names must not see the token.
    private static readonly HttpClient Client = new HttpClient(new HttpClientHandler { UseProxy = false })
    {
        BaseAddress = new Uri($"http://127.0.0.1:{Port}"),
        Timeout = TimeSpan.FromSeconds(60), // longer than the till lets a request wait
    };

    private static int Main(string[] arguments)
    {
        if (arguments.Length != 3)
        {
            Console.Error.WriteLine("usage: pos BILL MOBILE POINTS");
            return 2;
        }
        try
        {
            Serve(new Fields { Bill = arguments[0], Mobile = arguments[1], Points = arguments[2] });
            return 0;
        }
        catch (PosError error)
        {
            Console.Error.WriteLine($"{arguments[0]} {error.Message}");
            return 1;
        }
    }

    private static void Serve(Fields fields)
    {
        var folder = Directory.CreateDirectory("sales").FullName;
        var path = Path.Combine(folder, Uri.EscapeDataString(fields.Bill) + ".json");
        var sale = File.Exists(path)
            ? FromJson<Sale>(File.ReadAllBytes(path))
            : new Sale { Key = Guid.NewGuid().ToString() };
        var result = sale.Result;
        if (result == null)
        {
            if (sale.Id == null)
            {
                // Saved before it is sent: a POS that is killed meanwhile sends the same key, and gets the same id.
                Save(path, sale);
                sale.Id = HandOver(fields, sale.Key);
                Save(path, sale);
            }
            result = WaitForResult(fields.Bill, sale.Id);
            if (RedeemedIn(result).Any())
            {
                sale.Result = result;
                Save(path, sale);
            }
            else
            {
                // The next start for this bill is another hand-over, with a key of its own.
                File.Delete(path);
            }
        }
        Tell(fields.Bill, result);
    }

    /// <summary>Hands the bill over, or finds the hand-over that is known already, and returns its id.</summary>
    private static string HandOver(Fields fields, string key)
    {
        var (status, said) = Call(HttpMethod.Post, "/v1/hand-overs", fields, key);
        switch (status)
        {
            case 200:
            case 201:
                return said.Id;
            case 409:
                // The bill or the key was handed over with other fields. What becomes of that one decides.
                return said.Error.Id;
            default:
                throw new PosError($"not handed over: {said.Error.Message}");
        }
    }

    /// <summary>Waits for the result. While it is unknown, the bill stays open and the till is asked again.</summary>
    private static Said WaitForResult(string bill, string id)
    {
        Console.WriteLine($"{bill} waiting: the cashier redeems.");
        var isTold = false;
        while (true)
        {
            // The answer comes as soon as there is an outcome. If that is unknown, it comes once, then after the wait.
            var (status, said) = Call(HttpMethod.Get, $"/v1/hand-overs/{Uri.EscapeDataString(id)}?wait=5");
            if (status == 404)
            {
                // The till forgets an id after a week, but not what it did: ask for the bill.
                (status, said) = Call(HttpMethod.Get, $"/v1/outcomes?bill={Uri.EscapeDataString(bill)}");
                if (status == 200 && said.Outcomes.Count == 0)
                {
                    return new Said { Outcome = "cancelled" }; // nothing was ever sent for it
                }
                said = status == 200 ? said.Outcomes[0] : said;
                Thread.Sleep(1000); // this call does not wait
            }
            if (status != 200 && status != 202)
            {
                throw new PosError($"unknown: {said.Error.Message} Keep the bill open, and start again.");
            }
            if (status == 200 && !IsUnknown(said))
            {
                return said;
            }
            if (status == 200 && !isTold)
            {
                Console.WriteLine($"{bill} unknown: keep the bill open. Asking again.");
                isTold = true;
            }
            if (status == 200 && said.Outcome != "unknown")
            {
                Thread.Sleep(1000); // only the earlier one is unknown, and the call does not wait for that
            }
        }
    }

    /// <summary>
    /// True if points may be gone: of this hand-over, or of an earlier one of the bill, even if this one is cancelled.
    /// </summary>
    private static bool IsUnknown(Said result) =>
        new[] { result, result.Earlier }.Any(one => one?.Outcome == "unknown");

    /// <summary>Returns the redemptions to take off the bill.</summary>
    private static List<Said> RedeemedIn(Said result) =>
        new[] { result, result.Earlier }.Where(one => one?.Outcome == "redeemed").ToList();

    private static void Tell(string bill, Said result)
    {
        var redeemed = RedeemedIn(result);
        foreach (var one in redeemed)
        {
            var worth = one.RedeemedValue ?? $"the worth of {one.PointsRedeemed} points";
            if (one.ReversedPoints != null)
            {
                // Given back since. The value is still that of all points.
                worth += $", less the worth of {one.ReversedPoints} points that are back,";
            }
            Console.WriteLine($"{bill} redeemed: take {worth} off the bill. ({one.Reference})");
        }
        if (redeemed.Count == 0)
        {
            Console.WriteLine($"{bill} {result.Outcome}: take the full payment. {result.Message}".TrimEnd());
        }
    }

    /// <summary>Sends a request until the till answers. That is safe: none of the requests redeems twice.</summary>
    private static (int Status, Said Said) Call(HttpMethod method, string path, Fields body = null, string key = null)
    {
        for (var isTold = false; ; Thread.Sleep(1000))
        {
            try
            {
                // A request can be sent only once, so each try makes its own.
                using (var request = new HttpRequestMessage(method, path))
                {
                    request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Token);
                    if (body != null)
                    {
                        var text = Encoding.UTF8.GetString(ToJson(body));
                        request.Content = new StringContent(text, Encoding.UTF8, "application/json");
                        request.Headers.Add("Idempotency-Key", key);
                    }
                    using (var answer = Client.SendAsync(request).GetAwaiter().GetResult())
                    {
                        var status = (int)answer.StatusCode;
                        var said = FromJson<Said>(answer.Content.ReadAsByteArrayAsync().GetAwaiter().GetResult());
                        if (status != 429 && status != 503 && status != 504)
                        {
                            return (status, said);
                        }
                    }
                }
            }
            catch (Exception error) when (error is HttpRequestException || error is IOException
                                          || error is SerializationException || error is OperationCanceledException)
            {
                // The till is not open, or it ended while it answered.
            }
            if (!isTold)
            {
                Console.WriteLine("The till does not answer, or is busy. Is it open? Asking again.");
                isTold = true;
            }
        }
    }

    /// <summary>Writes the file whole or not at all, so that a power cut leaves the old one or the new one.</summary>
    private static void Save(string path, Sale sale)
    {
        var fresh = path + ".new";
        using (var file = new FileStream(fresh, FileMode.Create))
        {
            var json = ToJson(sale);
            file.Write(json, 0, json.Length);
            file.Flush(flushToDisk: true);
        }
        if (File.Exists(path))
        {
            File.Replace(fresh, path, destinationBackupFileName: null);
        }
        else
        {
            File.Move(fresh, path);
        }
    }

    private static byte[] ToJson<T>(T value)
    {
        using (var json = new MemoryStream())
        {
            new DataContractJsonSerializer(typeof(T)).WriteObject(json, value);
            return json.ToArray();
        }
    }

    private static T FromJson<T>(byte[] json)
    {
        using (var stream = new MemoryStream(json))
        {
            return (T)new DataContractJsonSerializer(typeof(T)).ReadObject(stream);
        }
    }
}

// A small POS that hands one bill over to Points Till and says what to do with it. Needs .NET 8, nothing else.
//
//     TILL_TOKEN="$(points-till api-token)" dotnet run -- MG-1 9777788221 12.5
//
// If it is killed, start it again with the same bill: it goes on with the same hand-over, and never redeems twice.

using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading;

/// <summary>What the POS remembers of one bill.</summary>
/// <param name="Key">Tells this hand-over from every other one.</param>
/// <param name="Id">The till's id of the hand-over, as soon as the POS knows it.</param>
/// <param name="Result">The till's result, once points were redeemed.</param>
internal sealed record Sale(string Key, string? Id, JsonObject? Result);

internal sealed class PosError(string message) : Exception(message);

internal static class Pos
{
    private static readonly string Port = Environment.GetEnvironmentVariable("TILL_PORT") ?? "8017";

    // The token is not an argument, because every user of the machine can read the arguments of all programs.
    private static readonly string Token = Environment.GetEnvironmentVariable("TILL_TOKEN") ?? "";

    // The till is on this machine. A proxy that the system names must not see the token.
    private static readonly HttpClient Client = new(new SocketsHttpHandler { UseProxy = false })
    {
        BaseAddress = new Uri($"http://127.0.0.1:{Port}"),
        Timeout = TimeSpan.FromSeconds(60), // longer than the till lets a request wait
    };

    private static int Main(string[] arguments)
    {
        if (arguments is not [var bill, var mobile, var points])
        {
            Console.Error.WriteLine("usage: pos BILL MOBILE POINTS");
            return 2;
        }
        try
        {
            Serve(bill, new JsonObject { ["bill"] = bill, ["mobile"] = mobile, ["points"] = points });
            return 0;
        }
        catch (PosError error)
        {
            Console.Error.WriteLine($"{bill} {error.Message}");
            return 1;
        }
    }

    private static void Serve(string bill, JsonObject fields)
    {
        var path = Path.Combine(Directory.CreateDirectory("sales").FullName, Uri.EscapeDataString(bill) + ".json");
        var sale = File.Exists(path)
            ? JsonSerializer.Deserialize<Sale>(File.ReadAllText(path))!
            : new Sale(Guid.NewGuid().ToString(), null, null);
        var result = sale.Result;
        if (result is null)
        {
            var id = sale.Id;
            if (id is null)
            {
                // Saved before it is sent: a POS that is killed meanwhile sends the same key, and gets the same id.
                Save(path, sale);
                id = HandOver(fields, sale.Key);
                sale = sale with { Id = id };
                Save(path, sale);
            }
            result = WaitForResult(bill, id);
            if (RedeemedIn(result).Any())
            {
                Save(path, sale with { Result = result });
            }
            else
            {
                // The next start for this bill is another hand-over, with a key of its own.
                File.Delete(path);
            }
        }
        Tell(bill, result);
    }

    /// <summary>Hands the bill over, or finds the hand-over that is known already, and returns its id.</summary>
    private static string HandOver(JsonObject fields, string key)
    {
        var (status, said) = Call(HttpMethod.Post, "/v1/hand-overs", fields, key);
        return status switch
        {
            200 or 201 => said["id"]!.GetValue<string>(),
            // The bill or the key was handed over with other fields. What becomes of that one decides.
            409 => said["error"]!["id"]!.GetValue<string>(),
            _ => throw new PosError($"not handed over: {said["error"]!["message"]}"),
        };
    }

    /// <summary>Waits for the result. While it is unknown, the bill stays open and the till is asked again.</summary>
    private static JsonObject WaitForResult(string bill, string id)
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
                if (status == 404)
                {
                    return new JsonObject { ["outcome"] = "cancelled" };
                }
                said = status == 200 ? said["outcomes"]![0]!.AsObject() : said;
                Thread.Sleep(1000); // this call does not wait
            }
            if (status is not (200 or 202))
            {
                throw new PosError($"unknown: {said["error"]!["message"]} Keep the bill open, and start again.");
            }
            if (status == 200 && (string?)said["outcome"] != "unknown")
            {
                return said;
            }
            if (status == 200 && !isTold)
            {
                Console.WriteLine($"{bill} unknown: keep the bill open. Asking again.");
                isTold = true;
            }
        }
    }

    /// <summary>Returns the redemptions to take off the bill.</summary>
    /// <remarks>`earlier` is a redemption of this bill of which the POS was never told. Its points are gone.</remarks>
    private static IEnumerable<JsonNode> RedeemedIn(JsonObject result) =>
        new[] { result, result["earlier"] }.OfType<JsonNode>().Where(one => (string?)one["outcome"] == "redeemed");

    private static void Tell(string bill, JsonObject result)
    {
        var redeemed = RedeemedIn(result).ToList();
        foreach (var one in redeemed)
        {
            var worth = (string?)one["redeemed_value"] ?? $"the worth of {one["points_redeemed"]} points";
            Console.WriteLine($"{bill} redeemed: take {worth} off the bill. ({one["external_reference_number"]})");
        }
        if (redeemed.Count == 0)
        {
            Console.WriteLine($"{bill} {result["outcome"]}: take the full payment. {result["message"]}".TrimEnd());
        }
    }

    /// <summary>Sends a request until the till answers. That is safe: none of the requests redeems twice.</summary>
    private static (int Status, JsonObject Said) Call(
        HttpMethod method, string path, JsonObject? body = null, string? key = null)
    {
        for (var isTold = false; ; Thread.Sleep(1000))
        {
            // A request can be sent only once, so each try makes its own.
            using var request = new HttpRequestMessage(method, path);
            request.Headers.Authorization = new("Bearer", Token);
            request.Content = body is null
                ? null
                : new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
            if (key is not null)
            {
                request.Headers.Add("Idempotency-Key", key);
            }
            try
            {
                using var answer = Client.Send(request);
                using var stream = answer.Content.ReadAsStream();
                var said = JsonNode.Parse(stream)!.AsObject();
                if ((int)answer.StatusCode is not (429 or 503 or 504))
                {
                    return ((int)answer.StatusCode, said);
                }
            }
            catch (Exception error) when (error is HttpRequestException or IOException or JsonException
                                              or OperationCanceledException)
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
            JsonSerializer.Serialize(file, sale);
            file.Flush(flushToDisk: true);
        }
        File.Move(fresh, path, overwrite: true);
    }
}

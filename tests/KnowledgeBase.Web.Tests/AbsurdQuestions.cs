namespace KnowledgeBase.Web.Tests;

/// <summary>What people, programs and attackers type into a search field, percent-encoded.</summary>
internal static class AbsurdQuestions
{
    public static TheoryData<string> All => new(
        "", "%20", "%00", "ro%00pe", "*", "***+%3F%3F%3F", "%25", "%2B", "%22", "%22%22", "-", "-rope", "rope+-rope", "%22rope", "(((", "%5B%5D%7B%7D", "rope~2", "title%3Arope", "rope%5E99", "rope+AND+OR+NOT", "%5Bropes+TO+anchors%5D",
        "%2F.*%2F", "(a%2B)%2B%24", "%5C", "%5C%5C%5C", "%ED%A0%80", "%ED%B0%80rope", "%FF%FE", "%F0%9F%98%80", "rope%F0%9F%98%80", "%D7%A9%D7%9C%D7%95%D7%9D+%D8%AD%D8%A8%D9%84", "%E2%80%AErope", "%E7%BB%B3%E7%B4%A2", "e%CC%81%CC%81%CC%81",
        "%3Cscript%3Ealert(1)%3C%2Fscript%3E", "%22%3E%3Cimg+src%3Dx+onerror%3Dalert(1)%3E", "'%3B+DROP+TABLE+pages%3B--", "..%2F..%2Fetc%2Fpasswd", "%24%7Bjndi%3Aldap%3A%2F%2Fx%7D", "1e999", "rope%0D%0ASet-Cookie%3A+a%3Db",
        new string('a', 5_000), new string('a', 1_999) + "%F0%9F%98%80", string.Join('+', Enumerable.Range(0, 10_000).Select(number => $"word{number}")), string.Join('+', Enumerable.Repeat("rope", 10_000)),
        string.Concat(Enumerable.Repeat("%22", 3_000)), string.Concat(Enumerable.Repeat("-a+", 3_000)));
}

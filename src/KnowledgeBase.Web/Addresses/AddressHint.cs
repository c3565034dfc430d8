namespace KnowledgeBase.Web.Addresses;

/// <summary>What an address asks for and cannot have; the page shows what it can and says so.</summary>
public enum AddressHint
{
    WordsCut,
    TooManyValues,
    UnknownKind,
    UnknownState,
    UnknownOrder,
    UnknownStart,
}

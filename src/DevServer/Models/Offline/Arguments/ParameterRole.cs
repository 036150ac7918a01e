namespace Websopy.SemanticKernel.DevServer.Offline;

/// <summary>What a parameter is for, as far as its type, format, name and description tell.</summary>
internal enum ParameterRole
{
    Free, Query, Name, Identifier, Id, Path, Pattern, Extension, Email, Url, Date, Time, DateTime, Zone, Place, Number, Count, Boolean, Choice,
}

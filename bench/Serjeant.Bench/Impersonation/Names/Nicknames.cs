using Serjeant.Samples;

namespace Serjeant.Bench.Impersonation.Names;

/// <summary>Short forms that everybody in the country knows; the bench has its own few, so that it does not ask the product's list about itself.</summary>
internal static class Nicknames
{
    private static readonly Dictionary<string, string[]> Known = new(StringComparer.Ordinal)
    {
        ["Thomas"] = ["Tom", "Tommy"], ["Robert"] = ["Bob", "Rob", "Bobby"], ["William"] = ["Bill", "Will", "Billy"], ["Richard"] = ["Dick", "Rick", "Richie"],
        ["James"] = ["Jim", "Jimmy", "Jamie"], ["John"] = ["Jack", "Johnny"], ["Michael"] = ["Mike", "Mick"], ["David"] = ["Dave", "Davy"], ["Andrew"] = ["Andy", "Drew"],
        ["Anthony"] = ["Tony"], ["Christopher"] = ["Chris"], ["Edward"] = ["Ed", "Ted", "Eddie"], ["Stephen"] = ["Steve"], ["Steven"] = ["Steve"], ["Philip"] = ["Phil"],
        ["Peter"] = ["Pete"], ["Gregory"] = ["Greg"], ["Kenneth"] = ["Ken", "Kenny"], ["Daniel"] = ["Dan", "Danny"], ["Matthew"] = ["Matt"], ["Nicholas"] = ["Nick"],
        ["Alexander"] = ["Alex", "Sandy"], ["Joseph"] = ["Joe"], ["Charles"] = ["Charlie", "Chuck"], ["Patrick"] = ["Pat", "Paddy"], ["Timothy"] = ["Tim"], ["Jeffrey"] = ["Jeff"],
        ["Geoffrey"] = ["Geoff"], ["Ronald"] = ["Ron"], ["Donald"] = ["Don"], ["Raymond"] = ["Ray"], ["Lawrence"] = ["Larry"], ["Samuel"] = ["Sam"], ["Benjamin"] = ["Ben"],
        ["Elizabeth"] = ["Liz", "Beth", "Betty"], ["Margaret"] = ["Maggie", "Peggy"], ["Catherine"] = ["Cathy", "Kate"], ["Katherine"] = ["Kathy", "Kate"], ["Susan"] = ["Sue"],
        ["Patricia"] = ["Pat", "Tricia"], ["Christine"] = ["Chris", "Chrissie"], ["Deborah"] = ["Debbie"], ["Jennifer"] = ["Jenny"], ["Barbara"] = ["Barb"], ["Victoria"] = ["Vicky"],
        ["Rebecca"] = ["Becky"], ["Jacqueline"] = ["Jackie"], ["Josephine"] = ["Jo"], ["Alan"] = ["Al"], ["Francis"] = ["Frank"], ["Giuseppe"] = ["Beppe", "Pino"],
        ["Francesco"] = ["Franco"], ["Alessandro"] = ["Sandro"], ["Vincenzo"] = ["Enzo"], ["Giovanni"] = ["Gianni"], ["Salvatore"] = ["Totò"], ["Luigi"] = ["Gigi"],
        ["Ivan"] = ["Vanyo"], ["Georgi"] = ["Gosho"], ["Dimitar"] = ["Mitko"], ["Aleksandar"] = ["Sasho"], ["Nikolay"] = ["Niki", "Kolyo"], ["Todor"] = ["Tosho"], ["Stefan"] = ["Stef"],
        ["Иван"] = ["Ваньо"], ["Георги"] = ["Гошо"], ["Димитър"] = ["Митко"], ["Александър"] = ["Сашо"], ["Николай"] = ["Ники", "Кольо"], ["Тодор"] = ["Тошо"],
        ["Margareta"] = ["Greta"], ["Kristina"] = ["Stina"], ["Johannes"] = ["Hannes"], ["Katarina"] = ["Karin"], ["Avraham"] = ["Avi"], ["Yitzhak"] = ["Itzik"], ["Moshe"] = ["Moishe"],
        ["Binyamin"] = ["Bibi", "Benny"], ["Yosef"] = ["Yossi"], ["Ya'akov"] = ["Kobi"], ["Shmuel"] = ["Shmulik"], ["Haim"] = ["Haimke"],
    };

    public static string? Of(string given, Dice dice) => Known.TryGetValue(given, out var short1) ? dice.Pick(short1) : null;
}

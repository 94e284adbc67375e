/// Rules about rosters.
extension Rule {
    package static let rosterSyntax = Rule(
        "roster/syntax", .error,
        zh: "名单必须是写得正确的 CSV。", en: "A roster must be a well-formed CSV file.")
    package static let rosterColumn = Rule(
        "roster/column", .error,
        zh: "名单的列必须是规定的列，每行列数相同。", en: "A roster has the known columns, every row as many.")
    package static let rosterValue = Rule(
        "roster/value", .error,
        zh: "单元格的值必须符合该列的规定。", en: "A cell must hold what its column asks for.")
    package static let rosterProvince = Rule(
        "roster/province", .error,
        zh: "省份必须写简称、全称或行政区划代码。", en: "A province is given by its short or full name or its code.")
    package static let rosterDuplicateID = Rule(
        "roster/duplicate-id", .error,
        zh: "编号在同一年度不得重复。", en: "An id is unique in its year.")
    package static let rosterDuplicateTeam = Rule(
        "roster/duplicate-team", .error,
        zh: "同一企业的同一班组在一个年度只能出现一次。", en: "A team of an enterprise stands in a year once.")
    package static let rosterCombination = Rule(
        "roster/combination", .error,
        zh: "推荐、撤销和荣誉各列必须配合一致。", en: "Recommendation, withdrawal and honours must fit together.")
    package static let rosterMissing = Rule(
        "roster/missing", .error,
        zh: "公示和公布的年度必须有名单 roster.csv。", en: "An edition that is public must have its roster.csv.")
}

/// Firms of the state that are as often written in short as in full, by systematic short forms: 中国建筑第八工程局 is 中建八局.
///
/// The short forms are the firms' own (their web addresses, seals and listings bear them); nothing is shortened that the
/// list does not name, and the numeral stays as it is.
enum StateFirms {
    /// What stands before and behind the numeral, in full and in short.
    private static let forms: [(before: String, after: String, shortBefore: String, shortAfter: String)] = [
        ("中国建筑第", "工程局", "中建", "局"), ("中国建筑", "局", "中建", "局"), ("中建第", "工程局", "中建", "局"),
        ("中国交建第", "航务工程局", "中交", "航局"), ("中交第", "航务工程局", "中交", "航局"), ("中交第", "公路工程局", "中交", "公局"),
        ("中交第", "航局", "中交", "航局"), ("中交第", "公局", "中交", "公局"),
        ("中交第", "航务工程勘察设计院", "中交", "航院"), ("中交第", "公路勘察设计研究院", "中交", "公院"),
        ("中国水利水电第", "工程局", "水电", "局"), ("中国水电第", "工程局", "水电", "局"), ("中国水利水电", "局", "水电", "局"),
        ("中国水电", "局", "水电", "局"), ("中电建水电", "局", "水电", "局"),
        ("中铁第", "工程局", "中铁", "局"), ("中铁第", "勘察设计院", "中铁", "院"), ("中国中铁", "局", "中铁", "局"),
        ("中国", "冶", "", "冶"),
    ]

    /// A folded name with the firm that it begins with in short.
    static func shortened(_ name: String) -> String {
        guard name.hasPrefix("中") else { return name }
        for form in forms where name.hasPrefix(form.before) {
            let rest = name.dropFirst(form.before.count)
            let numeral = rest.prefix { HanNumeral.isOne($0) || $0.isASCII && $0.isNumber }
            let after = rest.dropFirst(numeral.count)
            guard (1...3).contains(numeral.count), after.hasPrefix(form.after) else { continue }
            return form.shortBefore + numeral + form.shortAfter + after.dropFirst(form.after.count)
        }
        // 中铁上海工程局 is 中铁上海局.
        guard name.hasPrefix("中铁"), let office = name.firstRange(of: "工程局") else { return name }
        let seat = name[..<office.lowerBound].dropFirst(2)
        guard (2...3).contains(seat.count), !seat.contains("局") else { return name }
        return "中铁" + seat + "局" + name[office.upperBound...]
    }
}

import Diagnostics

/// The finding about a text that is no province's name where one is asked for, and what it means where that is known.
package enum ProvinceFinding {
    package static func unknown(_ name: Located<String>, rule: Rule) -> Diagnostic {
        let reading = PlaceReading(name.value)
        return Diagnostic(
            rule, at: name.range,
            message: LocalizedText(zh: "没有省份“\(name.value)”。", en: "There is no province “\(name.value)”."),
            help: reading.question(about: name.value), replacement: reading.province?.shortName)
    }
}

extension PlaceReading {
    /// What to ask the writer of a text that is no province's name.
    package func question(about text: String) -> LocalizedText {
        switch self {
        case .one(let province, .place):
            LocalizedText(
                zh: "“\(text)”属于\(province.shortName)，请写“\(province.shortName)”。",
                en: "“\(text)” lies in \(province.shortName): write “\(province.shortName)”.")
        case .one(let province, _):
            LocalizedText(zh: "是否应为“\(province.shortName)”？", en: "Did you mean “\(province.shortName)”?")
        case .unclear(let provinces):
            LocalizedText(
                zh: "可能指\(provinces.map(\.shortName).joined(separator: "、"))，请写明省份。",
                en: "It may mean \(provinces.map(\.shortName).joined(separator: ", ")): write the province.")
        case .unknown:
            LocalizedText(
                zh: "请写简称、全称或行政区划代码，例如 浙江、浙江省、33；兵团写“新疆生产建设兵团”；央企写推荐单位或企业所在的省份。",
                en:
                    "Write the short or full name or the code, such as 浙江, 浙江省 or 33; 新疆生产建设兵团 for the Corps; for an enterprise of the state, the province of its recommender or its seat."
            )
        }
    }
}

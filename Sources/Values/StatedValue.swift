/// What people and spreadsheet programs write where a number, a year or a day is asked for: the one reading of rosters,
/// result tables, forms and front matter.
///
/// A text is understood beyond doubt or not at all: `约30人`, `26年` and `11/12/2026` are asked about.
package enum StatedValue {
    /// A number, with the digits it is written with.
    package struct Number: Sendable, Hashable {
        package let value: Double
        /// As digits: `1200` for `1,200人`, `28` for `二十八名`.
        package let digits: String

        /// The number as a whole one; `nil` for `12.5`.
        package var whole: Int? { Int(exactly: value) }
    }

    /// A number with or without a unit behind it: `２８人`, `98.5%`, `1,200`, `二十八名`, `二〇二六`.
    package static func number(_ text: String) -> Number? {
        let text = bare(text)
        let isNegative = text.first == "-"
        let unsigned = text.dropFirst(isNegative ? 1 : 0)
        let digits = unsigned.prefix { $0.isASCII && $0.isNumber || $0 == "." || $0 == "," }
        if !digits.isEmpty {
            guard isUnit(unsigned.dropFirst(digits.count)), let plain = withoutThousands(digits),
                let value = Double(plain), value.isFinite
            else { return nil }
            let whole = Int(exactly: value).map { String($0) }
            return Number(
                value: isNegative ? -value : value, digits: (isNegative ? "-" : "") + (whole ?? plain))
        }
        let numerals = unsigned.prefix(while: HanNumeral.isOne)
        guard !isNegative, isUnit(unsigned.dropFirst(numerals.count)), let value = HanNumeral.value(numerals) else {
            return nil
        }
        return Number(value: Double(value), digits: String(value))
    }

    /// A number of persons: `28`, `28人`, `二十八名`, `共28人`.
    package static func persons(_ text: String) -> Int? {
        let text = bare(text)
        var counted = text.hasPrefix("共") ? String(text.dropFirst()) : text
        for word in ["people", "persons", "members", "workers", "person"] where counted.lowercased().hasSuffix(word) {
            counted = String(counted.dropLast(word.count))
            break
        }
        guard counted.allSatisfy({ $0.isNumber || HanNumeral.isOne($0) || ".,人名个位员".contains($0) }) else { return nil }
        return number(counted)?.whole
    }

    /// A year of four digits: `2026`, `2026年度`, `二〇二六年`. Two digits are no year.
    package static func year(_ text: String) -> Int? {
        var text = Substring(bare(text))
        for ending in ["年度", "年份", "年"] where text.hasSuffix(ending) {
            text = text.dropLast(ending.count)
            break
        }
        guard text.hasSuffix(".0") ? text.count == 6 : text.count == 4, let year = number(String(text))?.whole else {
            return nil
        }
        return (1900...2199).contains(year) ? year : nil
    }

    /// A day: `2026-05-08`, `2026/5/8`, `2026.5.8`, `20260508`, `2026年5月8日`, `二〇二六年五月八日`, also with a time of day or a
    /// day of the week behind it. The year comes first and has four digits.
    package static func day(_ text: String) -> CalendarDate? {
        let text = withoutTime(ValueProposal.halfWidth(text).trimmingSpaces)
        let bare = bare(text)
        if bare.utf8.count == 8, bare.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(bare) {
            return CalendarDate(year: number / 10_000, month: number / 100 % 100, day: number % 100)
        }
        guard let parts = dayParts(bare) else { return nil }
        guard parts[0].count == 4, let year = number(parts[0])?.whole, let month = number(parts[1])?.whole,
            let day = number(parts[2])?.whole
        else { return nil }
        return CalendarDate(year: year, month: month, day: day)
    }

    /// How a team applied, by a word or by what is said about its recommender: 推荐, 地方协会推荐, 企业自荐, 直接申报.
    package static func mode(_ text: String) -> ApplicationMode? {
        if let mode = ApplicationMode(word: text.trimmingSpaces.lowercased()) { return mode }
        switch RecommenderReading(text) {
        case .selfNominated: return .selfNominated
        case .unnamed: return .recommended
        case .nothing, .named: return nil
        }
    }

    /// Honours by their givers, in their order, each once; `nil` where one of them is none that a roster knows.
    package static func honors(_ text: String) -> [Honor]? {
        var honors: [Honor] = []
        for part in HonorReading.parts(of: text) {
            guard let honor = HonorReading.honor(part) else { return nil }
            if !honors.contains(honor) { honors.append(honor) }
        }
        return honors.isEmpty ? nil : honors
    }

    // MARK: Parts

    /// Half width, without blanks, invisible characters and quotation marks around it.
    private static func bare(_ text: String) -> String {
        let shown = ValueProposal.halfWidth(text).unicodeScalars.filter { !NameFolding.isIgnored($0) }
        return String(String.UnicodeScalarView(shown)).filter { !"“”‘’\"'".contains($0) }
    }

    /// Year, month and day, whose separators must fit: `年月日` in this order, or one sign twice.
    private static func dayParts(_ text: String) -> [String]? {
        let separators = text.filter { "年月日号.-/、".contains($0) }
        let parts = text.split { "年月日号.-/、".contains($0) }.map(String.init)
        guard parts.count == 3, parts.allSatisfy({ $0.allSatisfy { $0.isNumber || HanNumeral.isOne($0) } }) else {
            return nil
        }
        let isChinese = ["年月日", "年月号", "年月"].contains(separators)
        let isTwice = separators.count == 2 && Set(separators).count == 1 && !separators.contains("年")
        return isChinese || isTwice || separators == "年.日" ? parts : nil
    }

    /// A day as a spreadsheet program shows it with the time, mostly midnight, or with the day of the week.
    private static func withoutTime(_ text: String) -> String {
        var text = text
        for word in ["星期", "周"] {
            guard let range = text.range(of: word), let day = text[range.upperBound...].first,
                "一二三四五六日天".contains(day), text[range.lowerBound...].count <= word.count + 2
            else { continue }
            text = String(text[..<range.lowerBound].reversed().drop { "( ,".contains($0) }.reversed())
        }
        guard let colon = text.firstIndex(of: ":") else { return text }
        // The hour stands before the colon, behind a blank or T.
        let head = text[..<colon].reversed().drop { $0.isASCII && $0.isNumber }
        guard let separator = head.first, separator == " " || separator == "T",
            text[colon...].allSatisfy({ ":.0123456789Z".contains($0) })
        else { return text }
        return String(head.dropFirst().reversed())
    }

    /// A comma before three digits separates thousands; before fewer it may be meant as a point.
    private static func withoutThousands(_ digits: Substring) -> String? {
        let parts = digits.split(separator: ",", omittingEmptySubsequences: false)
        guard parts.dropFirst().allSatisfy({ part in part.prefix { $0 != "." }.count == 3 }),
            parts[0].count <= 3 || parts.count == 1
        else { return nil }
        return parts.joined()
    }

    /// Whether what stands behind a number only says of what it is.
    private static func isUnit(_ text: Substring) -> Bool {
        text.count <= 6
            && !text.contains { character in
                character.isNumber || HanNumeral.isOne(character) || doubtful.contains(character)
            }
    }

    /// What makes a number another one, or several: 余, 左右, 至, 以上, 亿.
    private static let doubtful = Set<Character>("余多约近几若数半左右上下以内外至到不足超亿~-–—.,:/+×*")
}

/// What an editor most likely meant by a value that is not of its type: `2020年5月15日`, `９８`, `“2020”`, `98%`.
package enum ValueProposal {
    /// The day that a text writes, as `2020-05-15`.
    package static func date(_ text: String) -> String? { StatedValue.day(text)?.description }

    /// The number that is left without quotes, separators of thousands and a unit.
    package static func number(_ text: String) -> String? { StatedValue.number(text)?.digits }

    /// The whole number that is left without quotes and a unit.
    package static func integer(_ text: String) -> String? {
        StatedValue.number(text)?.whole.map { String($0) } ?? StatedValue.year(text).map { String($0) }
    }

    /// Full-width letters, digits and signs as ASCII (U+FF01 to U+FF5E).
    package static func halfWidth(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { scalar in
                    (0xFF01...0xFF5E).contains(scalar.value) ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar
                }))
    }
}

import Documents

/// What stands before an item of a list.
enum ListLabel: Sendable, Equatable {
    case bullet(level: Int)
    /// `1.` or `1)`
    case number(Int, delimiter: Character, level: Int)
    /// `（一）`, `第一节`, `A.`, with the space behind it, if any
    case words(String)

    /// As it is read where there are no lists, such as in cells.
    var text: String {
        switch self {
        case .bullet: "• "
        case .number(let number, let delimiter, _): "\(number)\(delimiter) "
        case .words(let words): words
        }
    }
}

/// The lists of a Word file (ISO/IEC 29500-1, 17.9), which know no numbers: each paragraph counts on from those before it.
struct WordNumbering: Sendable {
    private struct Level {
        var start = 1
        var format = "decimal"
        /// With `%1` for the number of the first level.
        var text = ""
        var hasNothingBehind = false
        /// Whether numbers of upper levels are shown in figures.
        var isInFigures = false
        /// The level at which it begins anew; `nil` for the one above it, 0 for none.
        var restart: Int?
    }

    private struct List {
        var kind = ""
        var starts: [Int: Int] = [:]
        var levels: [Int: Level] = [:]
    }

    private struct Kind {
        var levels: [Int: Level] = [:]
        /// The levels that paragraphs of a style have.
        var levelsOfStyles: [String: Int] = [:]
    }

    private static let levelCount = 9

    private var kinds: [String: Kind] = [:]
    private var lists: [String: List] = [:]
    /// The last numbers by kind of list and level.
    private var counters: [String: [Int?]] = [:]
    /// Lists and levels whose own start was used.
    private var started: Set<String> = []

    /// Lists of a file that says nothing of them: every item has a number.
    init() {}

    /// - Throws: `DocumentProblem`.
    init(_ bytes: [UInt8]) throws {
        var kind = ""
        var list = ""
        var place = 0
        func change(_ numbering: inout WordNumbering, _ change: (inout Level) -> Void) {
            if list.isEmpty {
                change(&numbering.kinds[kind, default: Kind()].levels[place, default: Level()])
            } else {
                change(&numbering.lists[list, default: List()].levels[place, default: Level()])
            }
        }
        try XMLPart.read(bytes, named: "word/numbering.xml", vocabulary: .word, skipping: ["mc:Choice", "rPr"]) {
            event in
            guard case .start(let name, let attributes) = event else { return }
            func number() -> Int? { attributes["w:val"].flatMap { Int($0) } }
            switch name {
            case "abstractNum": (kind, list) = (attributes["w:abstractNumId"] ?? "", "")
            case "num": list = attributes["w:numId"] ?? ""
            case "abstractNumId": if !list.isEmpty { lists[list, default: List()].kind = attributes["w:val"] ?? "" }
            case "lvl", "lvlOverride":
                place = min(max(attributes["w:ilvl"].flatMap { Int($0) } ?? 0, 0), Self.levelCount - 1)
            case "startOverride": lists[list, default: List()].starts[place] = number()
            case "start": change(&self) { $0.start = number() ?? 1 }
            case "numFmt": change(&self) { $0.format = attributes["w:val"] ?? "decimal" }
            case "lvlText": change(&self) { $0.text = attributes["w:val"] ?? "" }
            case "suff": change(&self) { $0.hasNothingBehind = attributes["w:val"] == "nothing" }
            case "isLgl": change(&self) { $0.isInFigures = XMLSwitch.isOn(attributes["w:val"]) }
            case "lvlRestart": change(&self) { $0.restart = number() }
            case "pStyle":
                if list.isEmpty { kinds[kind, default: Kind()].levelsOfStyles[attributes["w:val"] ?? ""] = place }
            default: break
            }
        }
    }

    /// The level that paragraphs of a style have in a list.
    func level(ofStyle style: String?, in number: String) -> Int? {
        style.flatMap { kinds[lists[number]?.kind ?? ""]?.levelsOfStyles[$0] }
    }

    /// Counts the next item of a list, and says what stands before it; `nil` for nothing.
    mutating func next(_ number: String, level: Int) -> ListLabel? {
        let level = min(max(level, 0), Self.levelCount - 1)
        guard let list = lists[number] else {
            // Not described in the file.
            let count = count("?" + number, level, start: 1, restarts: { _ in true })
            return .number(count, delimiter: ".", level: level)
        }
        let levels = (kinds[list.kind]?.levels ?? [:]).merging(list.levels) { _, own in own }
        func description(_ level: Int) -> Level { levels[level] ?? Level() }
        let own = description(level)
        if let start = list.starts[level], started.insert("\(number)/\(level)").inserted {
            counters[list.kind, default: Array(repeating: nil, count: Self.levelCount)][level] = start - 1
        }
        let count = count(list.kind, level, start: own.start) { below in
            description(below).restart.map { $0 > level } ?? true
        }
        switch own.format {
        case "bullet": return .bullet(level: level)
        case "none": return own.text.isEmpty ? nil : words(own.text, own)
        default: break
        }
        if own.format == "decimal", let delimiter = Self.delimiter(of: own.text, level: level) {
            return .number(count, delimiter: delimiter, level: level)
        }
        var text = own.text
        for upper in 0...level where text.contains("%\(upper + 1)") {
            let format = own.isInFigures ? "decimal" : description(upper).format
            let number = counters[list.kind]?[upper] ?? description(upper).start
            text = text.replacing("%\(upper + 1)", with: NumberWords.text(number, format: format))
        }
        return text.isEmpty ? nil : words(text, own)
    }

    private func words(_ text: String, _ level: Level) -> ListLabel {
        // Behind Chinese marks no space is needed.
        let needsSpace = !level.hasNothingBehind && text.last?.isASCII == true
        return .words(needsSpace ? text + " " : text)
    }

    private mutating func count(_ kind: String, _ level: Int, start: Int, restarts: (Int) -> Bool) -> Int {
        var numbers = counters[kind] ?? Array(repeating: nil, count: Self.levelCount)
        let number = numbers[level].map { $0 &+ 1 } ?? start
        numbers[level] = number
        for below in level + 1..<Self.levelCount where restarts(below) { numbers[below] = nil }
        counters[kind] = numbers
        return number
    }

    /// The mark behind a number that stands alone.
    private static func delimiter(of text: String, level: Int) -> Character? {
        switch text {
        case "%\(level + 1).", "%\(level + 1)．", "%\(level + 1)、": "."
        case "%\(level + 1))", "%\(level + 1)）": ")"
        default: nil
        }
    }
}

/// Numbers of lists in words and other figures (ISO/IEC 29500-1, 17.18.59).
enum NumberWords {
    /// The number; in figures in a format that is not known, and where it is out of the format's range.
    static func text(_ number: Int, format: String) -> String {
        switch format {
        case "chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCounting",
            "taiwaneseCountingThousand":
            return chinese(number) ?? String(number)
        case "ideographDigital", "taiwaneseDigital", "japaneseDigitalTenThousand":
            return String(String(number).map { digits[$0.wholeNumberValue ?? 10] })
        case "chineseLegalSimplified":
            return chinese(number).map { String($0.map { legal[$0] ?? $0 }) } ?? String(number)
        case "decimalEnclosedCircle", "decimalEnclosedCircleChinese":
            return (1...20).contains(number) ? scalar(0x2460 + number - 1) : String(number)
        case "decimalEnclosedParen": return (1...20).contains(number) ? scalar(0x2474 + number - 1) : String(number)
        case "decimalEnclosedFullstop": return (1...20).contains(number) ? scalar(0x2488 + number - 1) : String(number)
        case "decimalFullWidth", "decimalFullWidth2":
            return String(number).unicodeScalars.map { scalar(Int($0.value) + 0xFEE0) }.joined()
        case "decimalZero": return (0..<10).contains(number) ? "0\(number)" : String(number)
        case "ideographTraditional": return (1...10).contains(number) ? String(stems[number - 1]) : String(number)
        case "ideographZodiac": return (1...12).contains(number) ? String(branches[number - 1]) : String(number)
        case "lowerLetter": return letters(number, from: 0x61) ?? String(number)
        case "upperLetter": return letters(number, from: 0x41) ?? String(number)
        case "lowerRoman": return roman(number)?.lowercased() ?? String(number)
        case "upperRoman": return roman(number) ?? String(number)
        case "none": return ""
        default: return String(number)
        }
    }

    private static let digits = Array("〇一二三四五六七八九-")
    private static let stems = Array("甲乙丙丁戊己庚辛壬癸")
    private static let branches = Array("子丑寅卯辰巳午未申酉戌亥")
    private static let legal: [Character: Character] = [
        "一": "壹", "二": "贰", "三": "叁", "四": "肆", "五": "伍", "六": "陆", "七": "柒", "八": "捌", "九": "玖", "十": "拾",
        "百": "佰", "千": "仟", "〇": "零",
    ]

    private static func scalar(_ value: Int) -> String { Unicode.Scalar(value).map { String($0) } ?? "" }

    /// Up to 9999: 十二, 一百零三.
    private static func chinese(_ number: Int) -> String? {
        guard (0...9999).contains(number) else { return nil }
        if number == 0 { return "〇" }
        var words = ""
        var isZeroDue = false
        for (unit, name) in [(1000, "千"), (100, "百"), (10, "十"), (1, "")] {
            let digit = number / unit % 10
            if digit == 0 {
                isZeroDue = !words.isEmpty
                continue
            }
            if isZeroDue { words += "零" }
            isZeroDue = false
            words += unit == 10 && digit == 1 && words.isEmpty ? name : String(digits[digit]) + name
        }
        return words
    }

    /// a to z, then aa, bb and so on, as Word goes on.
    private static func letters(_ number: Int, from first: Int) -> String? {
        guard (1...260).contains(number) else { return nil }
        return String(repeating: scalar(first + (number - 1) % 26), count: (number - 1) / 26 + 1)
    }

    private static func roman(_ number: Int) -> String? {
        guard (1...3999).contains(number) else { return nil }
        var rest = number
        var text = ""
        for (value, sign) in [
            (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
            (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
        ] {
            while rest >= value {
                rest -= value
                text += sign
            }
        }
        return text
    }
}

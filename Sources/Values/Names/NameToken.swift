/// One part of a folded name, as far as names are told apart: a number, a Latin word, a character.
enum NameToken: Sendable, Hashable {
    case character(Character)
    /// In Arabic digits without zeros before them, whatever figures it is written in.
    case number(String)
    case latin(String)

    /// Whether it counts, or tells one of several apart: what has another one is another team, however near.
    var isDistinctive: Bool {
        switch self {
        case .character(let character): Self.distinctive.contains(character)
        case .number, .latin: true
        }
    }

    /// Whether it stands at the end of names of places and works, so that a name without it may be another's: 梅花山, 梅花.
    var isPlaceEnding: Bool {
        if case .character(let character) = self { Self.placeEndings.contains(character) } else { false }
    }

    var text: String {
        switch self {
        case .character(let character): String(character)
        case .number(let text), .latin(let text): text
        }
    }

    private static let distinctive = Set<Character>(
        "甲乙丙丁戊己庚辛壬癸子丑寅卯东西南北中上下左右前后内外大小新老旧总分正副主辅高低早晚日夜昼春夏秋冬单双男女进出")
    private static let placeEndings = Set<Character>("山河江湖海桥路街镇乡村区县市港湾岛门口站线塔楼园坝渠溪塘浦泾巷弄寺庙庄堡岭坡洲滩")
}

/// A name as tokens; equal to another of the same tokens, in whatever figures they are written.
struct TokenisedName: Sendable, Hashable {
    private(set) var tokens: [NameToken] = []
    /// Whether a number is written in something else than plain Arabic digits, or with 第, 号 or `#`.
    private(set) var hasWrittenNumbers = false

    static func == (left: TokenisedName, right: TokenisedName) -> Bool { left.tokens == right.tokens }
    func hash(into hasher: inout Hasher) { hasher.combine(tokens) }

    /// - Parameter text: folded.
    init(_ text: some StringProtocol) {
        let characters = Array(text)
        var index = 0
        while index < characters.count {
            let character = characters[index]
            if character.isASCII, character.isNumber {
                let end = characters[index...].firstIndex { !($0.isASCII && $0.isNumber) } ?? characters.count
                add(number: String(characters[index..<end]))
                index = end
            } else if HanNumeral.isOne(character) {
                let end = characters[index...].firstIndex { !HanNumeral.isOne($0) } ?? characters.count
                hasWrittenNumbers = true
                add(
                    number: HanNumeral.value(characters[index..<end]).map { String($0) }
                        ?? String(characters[index..<end]))
                index = end
            } else if character.isASCII, character.isLetter {
                let end = characters[index...].firstIndex { !($0.isASCII && $0.isLetter) } ?? characters.count
                add(latin: String(characters[index..<end]), before: characters[end...].first)
                index = end
            } else {
                if Self.isCounter(character, in: characters, at: index) {
                    hasWrittenNumbers = true
                } else if character == "砼" {
                    // The trade's sign for 混凝土.
                    tokens += "混凝土".map { .character($0) }
                } else if !character.isPunctuation, !character.isSymbol {
                    tokens.append(.character(character))
                }
                index += 1
            }
        }
    }

    private mutating func add(number: String) {
        let digits = String(number.drop { $0 == "0" })
        tokens.append(.number(digits.isEmpty ? "0" : digits))
    }

    private mutating func add(latin: String, before next: Character?) {
        // No. 3
        if latin == "no", let next, next == "." || next.isNumber {
            hasWrittenNumbers = true
        } else {
            tokens.append(.latin(latin))
        }
    }

    /// 第 before a number and 号 or `#` behind one.
    private static func isCounter(_ character: Character, in characters: [Character], at index: Int) -> Bool {
        func isNumeral(_ index: Int) -> Bool {
            guard characters.indices.contains(index) else { return false }
            return characters[index].isASCII && characters[index].isNumber || HanNumeral.isOne(characters[index])
        }
        switch character {
        case "第": return isNumeral(index + 1)
        case "号", "#": return isNumeral(index - 1)
        default: return false
        }
    }
}

import Content
import Values

/// What a sentence of a correction says of one team of a list.
enum ListStatement: Equatable {
    /// A cell that has another value; without the old one where the sentence leaves it out.
    case changed(ListChange.Part, from: String?, to: String)
    case added(team: String, enterprise: String?)
    case removed(team: String, enterprise: String?)
    case renumbered(from: String)
    /// A title that was withdrawn is held again.
    case reinstated
}

/// The sentences of a correction that are understood, in Chinese and English. They are those which findings about changed
/// lists propose, with the usual other words for the same:
///
/// - 班组名称由“甲”更正为“乙”; the team's name is corrected from “甲” to “乙”; so for each cell.
/// - 增补“甲”（企业）; “甲” (enterprise) is added. 删去 zj-003“甲”（企业）; zj-003 “甲” (enterprise) is removed.
/// - 恢复有效; the title is reinstated. 编号由 zj-002 更正为 zj-020; the id is corrected from zj-002 to zj-020.
///
/// A sentence ends at a comma or a stop and counts as a whole: words that it does not know, such as a “not”, leave it without
/// a meaning. What stands beside it, such as a reason, is for readers.
struct CorrectionSentences {
    struct Sentence: Equatable {
        /// The team that the sentence itself names by its id.
        let id: String?
        let statement: ListStatement
    }

    private(set) var sentences: [Sentence] = []
    /// The team that the text began with: `zj-002：……`.
    private var subject: String?
    /// An old value whose new one may follow: 原排印为“甲”，漏二字，更正为“乙”.
    private var begun: (part: Cell, old: String, id: String?)?

    init(_ text: String) {
        for clause in CorrectionClauses.clauses(of: text) { read(clause[...]) }
    }

    /// What a sentence may be about.
    private enum Cell {
        case part(ListChange.Part)
        case id
    }

    private mutating func read(_ clause: ArraySlice<CorrectionClauses.Token>) {
        var rest = clause
        var id: String?
        if case .id(let first)? = rest.first {
            id = first
            rest = rest.dropFirst()
            if rest.isEmpty || (rest.count == 1 && rest.first?.name != nil) {
                subject = first
                return
            }
        }
        // A name before what is said of it: zj-002“甲班组”的企业名称由…
        if rest.first?.name != nil, case .word(let word)? = rest.dropFirst().first, word.hasPrefix("的") {
            rest = rest.dropFirst()
        }
        let own = id ?? subject
        if let sentence = listed(Array(rest), own) {
            sentences.append(sentence)
        } else {
            changed(Array(rest), own)
        }
    }

    // MARK: Rows

    /// A row that was added or removed, or a title that is held again.
    private func listed(_ tokens: [CorrectionClauses.Token], _ own: String?) -> Sentence? {
        if tokens.count == 1, case .word(let word) = tokens[0] {
            return Self.reinstating.contains(word) ? Sentence(id: own, statement: .reinstated) : nil
        }
        var rest = tokens[...]
        var verb: String?
        if case .word(let word)? = rest.first {
            verb = word
            rest = rest.dropFirst()
        } else if case .word(let word)? = rest.last {
            verb = word
            rest = rest.dropLast()
        }
        var id = own
        if case .id(let named)? = rest.first {
            id = named
            rest = rest.dropFirst()
        }
        guard let verb, let team = rest.first?.name else { return nil }
        rest = rest.dropFirst()
        var enterprise: String?
        if case .bracketed(let name)? = rest.first {
            enterprise = name
            rest = rest.dropFirst()
        }
        guard rest.isEmpty else { return nil }
        if Self.adding.contains(verb) {
            return Sentence(id: id, statement: .added(team: team, enterprise: enterprise))
        }
        return Self.removing.contains(verb)
            ? Sentence(id: id, statement: .removed(team: team, enterprise: enterprise)) : nil
    }

    // MARK: Cells

    private mutating func changed(_ tokens: [CorrectionClauses.Token], _ own: String?) {
        var tokens = tokens
        // A remark: 更正为“乙”（原件如此）.
        if tokens.count > 2, case .bracketed? = tokens.last { tokens.removeLast() }
        guard tokens.count == 2 || tokens.count == 4, case .word(let word) = tokens[0], let value = tokens[1].value
        else { return }
        if tokens.count == 4 {
            guard let cell = Self.cellsFrom[word], case .word(let link) = tokens[2], Self.links.contains(link),
                let new = tokens[3].value
            else { return }
            add(cell, from: value, to: new, own)
        } else if let cell = Self.cellsFrom[word] {
            begun = (cell, value, own)
        } else if Self.links.contains(word), let begun {
            add(begun.part, from: begun.old, to: value, begun.id)
        } else if let cell = Self.cellsTo[word] {
            add(cell, from: nil, to: value, own)
        }
    }

    private mutating func add(_ cell: Cell, from old: String?, to new: String, _ own: String?) {
        begun = nil
        switch cell {
        case .id:
            guard let old else { return }
            sentences.append(Sentence(id: new, statement: .renumbered(from: old)))
        case .part(.standing):
            let words = [new, old].map { $0.map(ComparableName.key) }
            guard Self.held.contains(words[0] ?? ""), words[1].map(Self.withdrawn.contains) ?? true else { return }
            sentences.append(Sentence(id: own, statement: .reinstated))
        case .part(let part):
            sentences.append(Sentence(id: own, statement: .changed(part, from: old, to: new)))
        }
    }

    // MARK: Words

    /// Words as clauses have them.
    private static func words(_ words: [String]) -> Set<String> { Set(words.map(CorrectionClauses.key)) }

    private static let adding = words([
        "增补", "增补班组", "补充", "补列", "补登", "增加", "增加班组", "新增", "is added", "was added",
    ])
    private static let removing = words([
        "删去", "删除", "撤下", "移除", "删去班组", "删除班组", "is removed", "was removed",
    ])
    private static let reinstating = words([
        "恢复有效", "恢复称号", "恢复其称号", "称号恢复有效", "the title is reinstated", "title reinstated",
    ])
    private static let held = words(["有效", "held"])
    private static let withdrawn = words(["撤销", "withdrawn"])
    private static let links = words([
        "更正为", "应更正为", "现更正为", "改为", "改正为", "修正为", "应为", "应改为", "to",
    ])

    private static let names: [(cell: Cell, zh: [String], en: [String])] = [
        (.part(.team), ["班组名称", "班组名"], ["the team's name", "the name of the team"]),
        (.part(.enterprise), ["企业名称", "企业名"], ["the enterprise's name", "the name of the enterprise"]),
        (.part(.province), ["省份", "所在省份"], ["the province"]),
        (
            .part(.recommender), ["推荐单位", "推荐协会", "推荐机构", "申报方式"],
            ["the recommender", "the way of application", "the mode"]
        ),
        (.part(.standing), ["状态", "称号状态"], ["the standing"]),
        (.part(.withdrawnOn), ["撤销日期"], ["the day of withdrawal"]),
        (.id, ["编号"], ["the id"]),
    ]

    /// How a sentence begins that goes on with an old value, and one that goes on with the new.
    private static let (cellsFrom, cellsTo) = {
        var (from, to): ([String: Cell], [String: Cell]) = ([:], [:])
        for name in names {
            for zh in name.zh.flatMap({ [$0, "的" + $0] }) {
                for link in [
                    "由", "从", "原为", "原作", "原写为", "原印为", "原排印为", "原登为", "误为", "误写为", "误印为", "误排为",
                ] { from[CorrectionClauses.key(zh + link)] = name.cell }
                for link in ["更正为", "应为", "改为"] { to[CorrectionClauses.key(zh + link)] = name.cell }
            }
            for en in name.en.flatMap({ [$0, "and " + $0, String($0.dropFirst("the ".count))] }) {
                for verb in ["is", "was"] {
                    from[CorrectionClauses.key("\(en) \(verb) corrected from")] = name.cell
                    to[CorrectionClauses.key("\(en) \(verb) corrected to")] = name.cell
                }
            }
        }
        return (from, to)
    }()
}

/// The clauses of a correction's text: what stands between commas and stops, with names in quotation marks and brackets taken
/// as they are.
enum CorrectionClauses {
    enum Token: Equatable {
        /// What quotation marks hold: “甲班组”, "甲班组", 「甲班组」.
        case name(String)
        /// What brackets hold: （浙江甲市政有限公司）.
        case bracketed(String)
        /// What may be a team's id: letters, digits and hyphens, among them a digit; in small letters.
        case id(String)
        /// Other words, as `key` has them.
        case word(String)

        var name: String? { if case .name(let name) = self { name } else { nil } }

        /// What a cell may hold.
        var value: String? {
            switch self {
            case .name(let text), .id(let text): text
            case .bracketed, .word: nil
            }
        }
    }

    /// Words without what typing changes.
    static func key(_ words: String) -> String { ComparableName.key(words.replacing("’", with: "'")) }

    private static let quotes: [Character: Character] = [
        "“": "”", "「": "」", "『": "』", "\"": "\"", "＂": "＂",
    ]
    private static let brackets: [Character: Character] = ["（": "）", "(": ")"]
    private static let ends: Set<Character> = ["，", ",", "；", ";", "。", "：", ":", "、", "！", "!", "\n", "\r\n"]

    static func clauses(of text: String) -> [[Token]] {
        let characters = Array(text)
        var clauses: [[Token]] = [[]]
        var word = ""
        func endWord() {
            let key = key(word)
            if !key.isEmpty { clauses[clauses.count - 1].append(.word(key)) }
            word = ""
        }
        var index = 0
        while index < characters.count {
            let character = characters[index]
            let isBracket = brackets[character] != nil
            if let closing = quotes[character] ?? brackets[character],
                let end = end(of: character, closing, in: characters, from: index, isBracket: isBracket)
            {
                endWord()
                let inside = String(characters[(index + 1)..<end])
                clauses[clauses.count - 1].append(isBracket ? .bracketed(inside) : .name(inside))
                index = end + 1
            } else if isOfID(character) {
                let end = characters[index...].firstIndex { !isOfID($0) } ?? characters.count
                let run = String(characters[index..<end]).lowercased()
                if run.contains(where: \.isNumber) {
                    endWord()
                    clauses[clauses.count - 1].append(.id(run))
                } else {
                    word += run
                }
                index = end
            } else {
                let isStop = character == "." && (index + 1 == characters.count || characters[index + 1].isWhitespace)
                if isStop || ends.contains(character) {
                    endWord()
                    if clauses.last?.isEmpty == false { clauses.append([]) }
                } else {
                    word.append(character)
                }
                index += 1
            }
        }
        endWord()
        return clauses.filter { !$0.isEmpty }
    }

    /// Where what a mark opens is closed; names may hold marks of their own. `nil` where it stays open.
    private static func end(
        of opening: Character, _ closing: Character, in characters: [Character], from start: Int, isBracket: Bool
    ) -> Int? {
        var depth = 0
        for index in start..<characters.count {
            let character = characters[index]
            // Brackets of both widths are mixed by who types.
            let closes = isBracket ? brackets.values.contains(character) : character == closing
            if index > start, closes {
                depth -= 1
                if depth == 0 { return index }
            } else if isBracket ? brackets[character] != nil : character == opening {
                depth += 1
            }
        }
        return nil
    }

    private static func isOfID(_ character: Character) -> Bool {
        character.isASCII && (character.isLetter || character.isNumber || character == "-")
    }
}

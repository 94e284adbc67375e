import Content
import Values

/// A heading between the rows: `一、浙江省（12个）`, `（二）宁波市市政行业协会推荐`, `企业自荐`, `【大连市】`.
struct TableHeading {
    /// What a heading says about the rows below it.
    enum Meaning: Hashable {
        case province
        case recommender(String)
        case selfNominated
        /// Recommended, by nobody named: 协会推荐.
        case unnamedRecommender
        /// Known to say nothing about place or recommender: 中央企业.
        case neutral
        /// Not understood.
        case unknown
    }

    /// On one line, as it stands.
    let text: String
    let place: String
    /// As `HeadingNumber.level`.
    let level: Int
    let meaning: Meaning
    /// The province that the heading names, be it in brackets behind something else.
    let province: Province?
    /// The number of rows that it says.
    let statedCount: Int?

    init(_ text: String, at place: String, surroundings: RosterSurroundings) {
        let line = text.onOneLine
        let number = HeadingNumber(Self.withoutBullet(ValueText.halfWidth(line)))
        let (main, notes) = Self.parts(of: String(number.rest))
        self.text = line
        self.place = place
        level = number.level
        statedCount = SectionCounts.statedCount(in: line)
        let reader = MeaningReader(main: main, notes: notes, surroundings: surroundings)
        (meaning, province) = reader.read()
    }

    /// Without `▲`, `●`, `◆` and the like before it.
    private static func withoutBullet(_ text: String) -> String {
        String(text.drop { "▲△▼▽●◆◇■□★☆►▶◎⊙·•§¤".contains($0) || $0.isWhitespace })
    }

    /// The name of a sheet, which says something about all of its rows.
    init(sheet name: String, surroundings: RosterSurroundings) {
        let whole = TableHeading(name, at: name, surroundings: surroundings)
        let core = Self.withoutNumber(ofSheet: name)
        guard whole.meaning == .unknown, core != name else {
            self = whole
            return
        }
        self.init(core, at: name, surroundings: surroundings)
    }

    /// 广东 of `附件3-广东`, `1浙江`, `Sheet2_浙江省`, `广东-2`.
    private static func withoutNumber(ofSheet name: String) -> String {
        var rest = ValueText.halfWidth(name).trimmingSpaces[...]
        for word in ["附件", "附表", "表格", "表", "sheet", "Sheet"] where rest.hasPrefix(word) {
            rest = rest.dropFirst(word.count)
            break
        }
        func isBetween(_ character: Character) -> Bool {
            character.isASCII && character.isNumber || character.isWhitespace || "-—–_.、:#".contains(character)
        }
        let core = String(String(rest.drop(while: isBetween)).reversed().drop(while: isBetween).reversed())
        return core.isEmpty ? name : core
    }

    /// The provinces that a title or the name of a sheet holds, understood or not: 浙江 and 江苏 of `浙江、江苏`.
    static func provinces(in text: String) -> [Province] { Province.all.filter { text.contains($0.shortName) } }

    /// What is said without counts and signs around it, and what stands in brackets behind it.
    private static func parts(of text: String) -> (main: String, notes: [String]) {
        var main = text.trimmingSpaces
        if let first = main.first, "【[〔「《<".contains(first), let last = main.last, "】]〕」》>".contains(last) {
            main = String(main.dropFirst().dropLast()).trimmingSpaces
        }
        main = withoutCount(main)
        var notes: [String] = []
        while main.hasSuffix(")"), let start = main.lastIndex(of: "("), start > main.startIndex {
            let note = String(main[main.index(after: start)...].dropLast())
            let isCount = HeadingCount.isOne(note) || note.allSatisfy { !$0.isLetter }
            // The name of an association may end with brackets.
            if !isCount { notes.append(note) }
            main = withoutCount(String(main[..<start]))
        }
        return (main, notes)
    }

    /// Without `：共 3 个班组`, `12个` at the end.
    private static func withoutCount(_ text: String) -> String {
        var rest = text[...]
        var bare = rest
        while let last = bare.last, "个项家名组班团队支条".contains(last) || last.isWhitespace { bare.removeLast() }
        let digits = bare.reversed().prefix { $0.isASCII && $0.isNumber }
        // The number of a unit, not that of a name: 中铁22.
        if !digits.isEmpty, bare.endIndex < rest.endIndex { rest = bare.dropLast(digits.count) }
        while let last = rest.last, ":;,、-—".contains(last) || last.isWhitespace { rest.removeLast() }
        for word in ["共计", "合计", "共有", "共", "计"]
        where rest.count > word.count && rest.hasSuffix(word) && !digits.isEmpty {
            rest = rest.dropLast(word.count)
            break
        }
        while let last = rest.last, ":;,、-—".contains(last) || last.isWhitespace { rest.removeLast() }
        return String(rest)
    }
}

/// Finds out what the words of a heading mean.
private struct MeaningReader {
    let main: String
    let notes: [String]
    let surroundings: RosterSurroundings

    func read() -> (TableHeading.Meaning, Province?) {
        let whole = main + notes.map { "（\($0)）" }.reversed().joined()
        if let known = surroundings.association(whole) ?? surroundings.association(main) {
            return (.recommender(known.name), nil)
        }
        let noted = notes.lazy.compactMap { PlaceReading($0, allowsMore: false).province }.first
        switch RecommenderReading(main) {
        case .selfNominated: return (.selfNominated, noted)
        case .unnamed: return (.unnamedRecommender, noted)
        case .nothing: return (.unknown, nil)
        case .named(let name): return read(name: name, saysRecommended: name != main)
        }
    }

    private func read(name: String, saysRecommended: Bool) -> (TableHeading.Meaning, Province?) {
        if let known = surroundings.association(name) { return (.recommender(known.name), nil) }
        if Self.groups.contains(where: { name.hasPrefix($0) }) {
            return (saysRecommended ? .unnamedRecommender : .neutral, nil)
        }
        let place = ([name] + notes.map { "（\($0)）" }).joined()
        if case .one(let province, let manner) = PlaceReading(place, allowsMore: false), manner != .slip {
            return (saysRecommended ? .unnamedRecommender : .province, province)
        }
        let isName = !name.contains { "，。：；,;:".contains($0) } && name.count > 3
        let isBody = Self.bodies.contains { name.hasSuffix($0) }
        guard isName, saysRecommended || isBody, !Self.isTitle(name) else { return (.unknown, nil) }
        let notesOfName = notes.filter { PlaceReading($0, allowsMore: false).province != nil || !$0.contains("含") }
        return (.recommender(name + notesOfName.map { "（\($0)）" }.joined()), nil)
    }

    private static func isTitle(_ name: String) -> Bool { name.contains("年度") || name.contains("信得过班组") }

    /// Bodies that recommend teams, by the ends of their names.
    private static let bodies = ["协会", "学会", "联合会", "商会", "促进会", "公会", "分会", "研究会"]

    /// Groups of enterprises that stand in lists beside the provinces.
    private static let groups = [
        "中央企业", "央企", "中央直属", "中央驻", "中央单位", "中央在", "国务院国资委", "国资委", "部属", "部直属", "直属单位", "直属企业", "直属会员",
        "国有企业", "全国性企业", "跨省企业", "其他", "其它", "行业企业",
    ]
}

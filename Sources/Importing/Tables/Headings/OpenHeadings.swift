import Content
import Diagnostics
import Rules
import Values

/// The headings that a row stands below, the widest first, and what they say together.
struct OpenHeadings {
    private var open: [TableHeading] = []
    private let sheet: TableHeading?
    /// The name of the sheet and lines above the header that hold provinces and are not understood as headings: a row of none of
    /// their provinces is asked about.
    private(set) var unclearNames: [(name: LocalizedText, provinces: [Province])] = []

    /// - Parameter sheet: the name of the sheet, which says something about all rows, wider than all headings.
    init(sheet name: String?, surroundings: RosterSurroundings) {
        let heading = name.map { TableHeading(sheet: $0, surroundings: surroundings) }
        let isUnderstood = heading.map { $0.meaning != .unknown } ?? false
        sheet = isUnderstood ? heading : nil
        if let name, !isUnderstood {
            learn(LocalizedText(zh: "工作表的名称却是“\(name)”", en: "the sheet is called “\(name)”"), in: name)
        }
    }

    /// Takes note of a line above the header that is no heading.
    mutating func learn(above line: String) {
        let shown = line.count > 30 ? line.prefix(30) + "……" : line
        learn(LocalizedText(zh: "表头上面却写着“\(shown)”", en: "“\(shown)” stands above the header"), in: line)
    }

    private mutating func learn(_ name: LocalizedText, in text: String) {
        let provinces = TableHeading.provinces(in: text)
        if !provinces.isEmpty { unclearNames.append((name, provinces)) }
    }

    /// What names other provinces than one.
    func contradiction(to province: Province) -> LocalizedText? {
        unclearNames.first { unclear in !unclear.provinces.contains { $0.isSame(as: province) } }?.name
    }

    var province: Province? { provinceHeading?.province }

    /// The innermost heading, or the name of the sheet, that names a province.
    var provinceHeading: TableHeading? {
        open.last { $0.province != nil } ?? sheet.flatMap { $0.province == nil ? nil : $0 }
    }

    /// The innermost heading that says who recommends.
    private var recommending: TableHeading? {
        open.last(where: \.saysWho) ?? sheet.flatMap { $0.saysWho ? $0 : nil }
    }

    /// The level of the innermost numbered heading; `nil` below none.
    var numberedLevel: Int? { open.last { $0.level != HeadingNumber.unnumbered }?.level }

    var recommender: String? {
        if case .recommender(let name) = recommending?.meaning { return name }
        return nil
    }

    var isSelfNominated: Bool { recommending?.meaning == .selfNominated }

    /// The heading that says that its teams are recommended, by nobody named.
    var unnamed: TableHeading? { recommending.flatMap { $0.meaning == .unnamedRecommender ? $0 : nil } }

    /// A heading that nobody understands.
    var unknown: TableHeading? { open.first { $0.meaning == .unknown } }

    /// Begins a heading; what it ends is closed. A place of another province ends that, whatever its number says.
    ///
    /// - Returns: a warning where that is so.
    mutating func begin(_ heading: TableHeading) -> Diagnostic? {
        open = open.filter { !isEnded($0, by: heading) }
        defer { open.append(heading) }
        guard let inner = heading.province, let outer = province, inner != outer else { return nil }
        let above = open.last { $0.province != nil } ?? sheet
        open = open.filter { $0.province == nil }
        return .inTable(
            .importHeading, .warning, at: heading.place,
            zh:
                "“\(heading.text)”在\(inner.shortName)，不属于上面的“\(above?.text ?? outer.shortName)”，按\(inner.shortName)读，请核对。",
            en:
                "“\(heading.text)” lies in \(inner.shortName), not in “\(above?.text ?? outer.shortName)” above it; it was read as \(inner.shortName): check it."
        )
    }

    private func isEnded(_ earlier: TableHeading, by heading: TableHeading) -> Bool {
        guard heading.level == HeadingNumber.unnumbered else { return earlier.level >= heading.level }
        // Without numbers, a recommender may stand below its province, and whatever names a place begins anew.
        guard earlier.level == heading.level else {
            // 中央企业 below 一、浙江省 is no part of it, nor is 企业自荐 unless others without numbers stand there.
            let isAlone = !open.contains { $0.level == HeadingNumber.unnumbered }
            return heading.standsBesideProvinces || heading.meaning == .selfNominated && isAlone
        }
        guard case .recommender(let name) = heading.meaning, earlier.meaning == .province else { return true }
        let own = PlaceReading.atStart(of: name)?.province
        return own != nil && own != earlier.province
    }
}

extension TableHeading {
    /// Whether it names a group of enterprises that lists have beside the provinces.
    fileprivate var standsBesideProvinces: Bool { meaning == .neutral && province == nil }

    fileprivate var saysWho: Bool {
        switch meaning {
        case .recommender, .selfNominated, .unnamedRecommender: true
        case .province, .neutral, .unknown: false
        }
    }
}

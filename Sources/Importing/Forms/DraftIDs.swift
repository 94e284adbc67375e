import Values

/// The ids of teams that a site has, and the next ones.
struct DraftIDs {
    /// How often ids of a province begin with something.
    private var prefixCounts: [Province: [String: Int]] = [:]
    /// The highest number behind a beginning, by year.
    private var highest: [Int: [String: Int]] = [:]

    /// Notes an id of a year, which is taken.
    mutating func take(_ id: String, year: Int) {
        guard let (prefix, number) = Self.parts(of: id) else { return }
        highest[year, default: [:]][prefix] = max(highest[year]?[prefix] ?? 0, number)
    }

    /// Notes how ids of a province look on this site.
    mutating func learn(_ id: String, province: Province) {
        guard let (prefix, _) = Self.parts(of: id) else { return }
        prefixCounts[province, default: [:]][prefix, default: 0] += 1
    }

    /// The next id of a year and province: with the most frequent beginning, else with the province's letters.
    mutating func next(in province: Province?, year: Int) -> String {
        let learnt = province.flatMap { prefixCounts[$0] }?.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
        let prefix = learnt ?? province?.letters ?? "team"
        let number = (highest[year]?[prefix] ?? 0) + 1
        highest[year, default: [:]][prefix] = number
        let digits = String(number)
        return prefix + "-" + String(repeating: "0", count: max(0, 3 - digits.count)) + digits
    }

    /// `zj` and 3 of `zj-003`.
    private static func parts(of id: String) -> (prefix: String, number: Int)? {
        guard let hyphen = id.lastIndex(of: "-"), hyphen > id.startIndex,
            let number = Int(id[id.index(after: hyphen)...]), number >= 0, number < 1_000_000_000
        else { return nil }
        return (String(id[..<hyphen]), number)
    }
}

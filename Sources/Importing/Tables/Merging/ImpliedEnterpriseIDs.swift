import SiteModel
import Values

/// The ids that enterprises have where rosters give their names alone. Lists that this program exports name an id for
/// every enterprise, and one that follows from the name is no statement of whoever hands the list in.
struct ImpliedEnterpriseIDs {
    private let known: [String: String]
    private let pinyin: Pinyin

    /// - Parameter names: the enterprises that will be asked for.
    init(_ surroundings: RosterSurroundings, names: [String]) {
        known = surroundings.enterpriseIDs
        pinyin = Pinyin(texts: names)
    }

    /// Whether a roster that gives the name alone means the enterprise of that id.
    func isImplied(_ id: String, byName name: String) -> Bool {
        if let known = known[ComparableName.key(name)] { return known == id }
        return id == pinyin.addressSegment(name) || id == pinyin.earlierAddressSegment(name)
    }
}

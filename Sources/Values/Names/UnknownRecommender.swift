import Diagnostics

/// A recommender whose name the site's list of associations does not have: a build does not accept it, so that an import
/// asks.
package struct UnknownRecommender: Sendable, Equatable {
    package let name: String
    /// The association that may be meant.
    package let nearest: String?

    /// - Parameter province: that of the team, where it is known. Of another one, or of none that is known, nothing is proposed.
    /// - Returns: `nil` for one that is known, and where the site lists no associations at all.
    package init?(
        _ name: String, among associations: [(name: String, province: Province?)], of province: Province? = nil
    ) {
        let key = ComparableName.key(name)
        guard !key.isEmpty, !associations.isEmpty,
            !associations.contains(where: { ComparableName.key($0.name) == key })
        else { return nil }
        self.name = name
        // Names of associations differ by little but the province: one of another province is not meant.
        let own = PlaceReading.atStart(of: name)?.province ?? province
        let known = associations.filter { own != nil && $0.province == own }.map(\.name)
        nearest = known.first { $0.hasPrefix(name) } ?? NearestName.suggestion(for: name, among: known)
    }

    /// What an editor is told.
    package var message: LocalizedText {
        LocalizedText(
            zh: "associations.yaml 中没有推荐单位“\(name)”"
                + (nearest.map { "，是否应为“\($0)”？" } ?? "，请核对名称，或把它加进去。"),
            en: "The recommender “\(name)” is not in associations.yaml"
                + (nearest.map { "; did you mean “\($0)”?" } ?? ": check its name, or add it there."))
    }
}

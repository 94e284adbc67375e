import Content
import Values

/// The associations of a site by their names, however their letters are set.
struct AssociationNames {
    private let entries: [String: AssociationEntry]
    /// With their provinces, for proposals.
    let all: [(name: String, province: Province?)]

    init(_ content: SiteContent) {
        entries = Dictionary(
            content.associations.map { (LabelText.normal($0.name.value), $0) }, uniquingKeysWith: { first, _ in first })
        all = content.associations.map { ($0.name.value, $0.province?.value) }
    }

    func entry(named name: String) -> AssociationEntry? {
        let name = LabelText.normal(name)
        return name.isEmpty ? nil : entries[name]
    }

    /// Whether two names are those of one association.
    func areSame(_ one: String, _ other: String) -> Bool {
        if LabelText.normal(one) == LabelText.normal(other) { return true }
        guard let entry = entry(named: one) else { return false }
        return entry.id.value == self.entry(named: other)?.id.value
    }

    /// The province that a form tells: that of its recommending association, else the one in which its enterprise's name
    /// begins. A city's name in short, which may be a word as well, tells nothing.
    func province(of draft: FormDraft) -> Province? {
        if let province = entry(named: draft.recommender)?.province?.value { return province }
        return [draft.recommender, draft.enterprise].lazy.compactMap { PlaceReading.atStart(of: $0) }
            .first { $0.isCertain }?.province
    }

    /// The provinces of the recommending association and in the name of the enterprise, where they are not one.
    func contradiction(in draft: FormDraft) -> (ofRecommender: Province, ofEnterprise: Province)? {
        guard let ofRecommender = province(ofAssociation: draft.recommender),
            let ofEnterprise = PlaceReading.atStart(of: draft.enterprise), ofEnterprise.isCertain,
            !ofEnterprise.province.isSame(as: ofRecommender)
        else { return nil }
        return (ofRecommender, ofEnterprise.province)
    }

    private func province(ofAssociation name: String) -> Province? {
        if let entry = entry(named: name) { return entry.province?.value }
        return PlaceReading.atStart(of: name).flatMap { $0.isCertain ? $0.province : nil }
    }
}

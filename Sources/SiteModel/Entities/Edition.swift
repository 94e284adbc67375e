import Content
import Values

/// A year's edition with its teams.
package struct Edition: Sendable {
    /// What is to be said about the state of an edition on the day of the build.
    package enum State: Sendable, Hashable {
        case draft
        /// The publicity period has not begun.
        case publicityAhead
        case publicityOpen
        /// The period is over and the results are not final yet.
        case publicityEnded
        case final
    }

    package let entry: EditionEntry
    package let year: Int
    package let state: State
    /// Indices into `Site.teams`, in the order of the decision.
    package let teams: [Int]
    /// The teams by province in the standard order; within a province in the order of the decision.
    package let groups: [ProvinceGroup]
    package let figures: Figures

    /// `/awards/2020/`.
    package var url: String { SiteURL.edition(year) }

    /// Whether the edition is open to objections or waits for its final results.
    package var isInPublicity: Bool {
        switch state {
        case .publicityAhead, .publicityOpen, .publicityEnded: true
        case .draft, .final: false
        }
    }
}

/// The teams of one province in a list.
package struct ProvinceGroup: Sendable {
    package let province: Province
    /// Indices into `Site.teams`.
    package let teams: [Int]
    /// How many of them hold their title.
    package let heldCount: Int
}

/// Numbers about a set of teams. Withdrawn titles count in `withdrawn` alone.
package struct Figures: Sendable, Hashable {
    package var held = 0
    package var withdrawn = 0
    package var recommended = 0
    package var selfNominated = 0
    package var recommendedFurther = 0
    package var writeUps = 0
    /// Regions of GB/T 2260 with at least one held title; the Corps counts to Xinjiang.
    package var provinces = 0
    package var enterprises = 0
}

import Diagnostics
import Documents
import Fields
import Forms
import Pictures
import Values

/// A year's edition: `awards/<year>/index.md`.
///
/// A class, because it is shared by every page that speaks of it: copying its many references would count the same
/// few cells up and down from all threads.
package final class EditionEntry: Sendable {
    package struct Publicity: Sendable {
        package let from: Located<CalendarDate>
        package let to: Located<CalendarDate>
        /// The office that takes objections; never a person.
        package let contact: Located<String>
    }

    package struct Exchange: Sendable {
        package let date: Located<CalendarDate>?
        package let place: Located<String>?
        package let form: Located<String>?
    }

    package struct Correction: Sendable {
        package let date: Located<CalendarDate>
        /// The team the correction is about.
        package let id: Located<String>?
        package let text: Located<String>
    }

    package struct Announced: Sendable {
        package let total: Located<Int>?
        package typealias Count = (province: Located<Province>, count: Located<Int>)
        package let byProvince: [Count]
    }

    package let page: Page
    package let year: Located<Int>
    package let status: Located<EditionStatus>
    package let published: Located<CalendarDate>?
    package let publicity: Publicity?
    package let document: Located<String>?
    package let deadline: Located<CalendarDate>?
    package let exchange: Exchange?
    package let corrections: [Correction]
    package let announced: Announced?
    /// The rows of `roster.csv`, in the order of the decision.
    package let roster: [RosterRow]
    /// What the file says in any field.
    private let values: FieldValues

    /// `nil` without a year or a status.
    init?(page: Page, values: FieldValues, roster: [RosterRow]) {
        guard let year = values[EditionFields.year], let status = values[EditionFields.status] else { return nil }
        self.page = page
        self.year = year
        self.status = status
        published = values[EditionFields.published]
        publicity = values[EditionFields.publicity]
        document = values[EditionFields.document]
        deadline = values[EditionFields.deadline]
        exchange = values[EditionFields.exchange]
        corrections = values[EditionFields.corrections]
        announced = values[EditionFields.announced]
        self.values = values
        self.roster = roster
    }

    package subscript<Value>(key: FieldKey<Value>) -> Value? { values[key] }

    /// The same edition with the rows of its roster.
    func with(roster: [RosterRow]) -> EditionEntry {
        EditionEntry(page: page, values: values, roster: roster) ?? self
    }
}

/// One honoured team of an edition: a row of `roster.csv`.
///
/// A class, because it is shared by every page that speaks of it: copying its many references would count the same
/// few cells up and down from all threads.
package final class RosterRow: Sendable {
    /// The whole row.
    package let range: SourceRange
    package let id: Located<TeamID>
    package let team: Located<String>
    /// The enterprise's name when the title was given.
    package let enterprise: Located<String>
    package let province: Located<Province>
    package let mode: Located<ApplicationMode>
    package let honors: [Located<Honor>]
    package let standing: Located<Standing>
    /// What the row says in any column. Of a self-nominated team there is no recommender.
    let values: FieldValues

    /// `nil` where a column that no row can be without has no value.
    init?(range: SourceRange, values: FieldValues) {
        guard let id = values[RosterFields.id], let team = values[RosterFields.team],
            let enterprise = values[RosterFields.enterprise], let province = values[RosterFields.province],
            let mode = values[RosterFields.mode], let standing = values[RosterFields.standing]
        else { return nil }
        self.range = range
        self.id = id
        self.team = team
        self.enterprise = enterprise
        self.province = province
        self.mode = mode
        self.standing = standing
        honors = values[RosterFields.honors]
        self.values = values
    }
}

/// The write-up of a team: `awards/<year>/<id>.md` or `awards/<year>/<id>/index.md`.
///
/// A class, because it is shared by every page that speaks of it: copying its many references would count the same
/// few cells up and down from all threads.
package final class WriteUpEntry: Sendable {
    package struct Indicator: Sendable {
        package let name: Located<String>
        package let unit: Located<String>?
        package let before: Located<Double>?
        package let after: Located<Double>
        package let target: Located<Double>?
        package let better: Located<BetterDirection>
    }

    package struct Photo: Sendable {
        /// Path relative to the write-up.
        package let file: Located<FileReference>
        package let alt: Located<String>
        package let caption: Located<String>?
        /// Whether people can be recognised.
        package let showsPeople: Bool
    }

    /// Points of one criterion.
    package struct Score: Sendable {
        package let criterion: Criterion
        package let points: Located<Double>
    }

    /// In percent, 0 to 100.
    package struct Training: Sendable {
        package let rate: Located<Double>?
        package let pass: Located<Double>?
    }

    /// Days on which the people concerned agreed in writing.
    package struct Consent: Sendable {
        package let names: Located<CalendarDate>?
        package let photos: Located<CalendarDate>?
    }

    package let page: Page
    package let year: Int
    package let teamID: TeamID
    package let values: FieldValues

    package init(page: Page, year: Int, teamID: TeamID, values: FieldValues) {
        self.page = page
        self.year = year
        self.teamID = teamID
        self.values = values
    }

    package subscript<Value>(key: FieldKey<Value>) -> Value? { values[key] }

    package subscript<Element>(key: FieldKey<[Element]>) -> [Element] { values[key] }
}

/// An enterprise of `enterprises.yaml`.
package struct EnterpriseEntry: Sendable {
    package struct Name: Sendable {
        package let name: Located<String>
        package let from: Located<CalendarDate>?
        package let to: Located<CalendarDate>?
    }

    package let id: Located<Slug>
    /// At least one, oldest first.
    package let names: [Name]
    /// GB 32100 unified social credit code.
    package let creditCode: Located<String>?
    package typealias Parent = (id: Located<Slug>, kind: Located<ParentKind>)
    package let parent: Parent?
    /// Site-absolute paths that lead to its page.
    package let aliases: [Located<String>]
}

/// A recommending association of `associations.yaml`.
package struct AssociationEntry: Sendable {
    package let id: Located<Slug>
    package let name: Located<String>
    package let level: Located<AssociationLevel>
    package let province: Located<Province>?
    /// Site-absolute paths that lead to its page.
    package let aliases: [Located<String>]
}

/// A file of the site beside its texts: published as it is, but for pictures, of which only what is made of them is.
package struct AttachmentFile: Sendable {
    package let path: SitePath
    /// In bytes.
    package let size: Int
    /// In pixels as shown; `nil` for files that are no images.
    package let imageSize: (width: Int, height: Int)?
    /// What is made of a picture; `nil` for files that are published as they are.
    package var picture: PicturePlan?
    /// Whether it is a drawing, which is written anew with what may stand in one (`DrawingContents`).
    package var isDrawing = false

    /// The bytes that are published of a file that is offered itself.
    ///
    /// - Parameter original: the file's bytes.
    /// - Throws: `DocumentProblem` for a drawing that was replaced by something else since it was read.
    package func published(_ original: [UInt8]) throws -> [UInt8] {
        isDrawing ? try DrawingContents(original).published : original
    }
}

extension EnterpriseNames {
    /// The names in `enterprises.yaml`.
    package init(_ entries: [EnterpriseEntry]) {
        self.init(entries.lazy.map { (id: $0.id.value.text, names: $0.names.map(\.name.value)) })
    }
}

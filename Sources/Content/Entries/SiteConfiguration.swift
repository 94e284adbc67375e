import Addresses
import Diagnostics
import Values

/// `site.config`.
package struct SiteConfiguration: Sendable {
    package struct Organisation: Sendable {
        package let name: String
        package let englishName: String?
        /// The office that answers questions and objections; never a person.
        package let office: String?
        package let url: Located<String>?
    }

    package struct NavigationItem: Sendable {
        package let title: String
        /// A site-absolute path such as `/awards/`, or an http(s) URL.
        package let url: Located<String>
    }

    package let source: SourceFile
    package let title: String
    package let shortTitle: String
    package let description: String
    package var baseURL: BaseURL
    package let language: SiteLanguage
    package let theme: Located<String>
    /// The one colour that stands out; `nil` for the theme's own.
    package let accent: AccentColour?
    /// The day the site shows itself as of, where it is a sample or an archive.
    package let asOf: Located<CalendarDate>?
    package let organisation: Organisation
    /// The programme's name, for texts and metadata.
    package let programmeName: String
    /// The title that teams are given, without its year.
    package let honorName: String
    package let navigation: [NavigationItem]
    /// Number of the ICP filing, shown in the footer.
    package let icpRecord: String?
    /// Number of the public security filing, shown in the footer.
    package let policeRecord: String?
    /// Whether teams and enterprises are invented, which every page then says.
    package let isSample: Bool
    /// Whether the points of the scoring table may be published. Off unless the site says so.
    package let publishesScores: Bool
    /// Which pages have a picture for those who link to them; `nil` leaves it to the number of teams.
    package let sharePictures: SharePictureExtent?
    package var checks = CheckSettings()
}

extension SiteConfiguration {
    /// The same site published elsewhere.
    package func published(at baseURL: BaseURL) -> SiteConfiguration {
        var configuration = self
        configuration.baseURL = baseURL
        return configuration
    }
}

from __future__ import annotations

import re
import sys
from datetime import (
    date,
    datetime,
    time
)
from decimal import Decimal
from enum import Enum
from typing import (
    Any,
    ClassVar,
    Literal,
    Optional,
    Union
)

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    RootModel,
    SerializationInfo,
    SerializerFunctionWrapHandler,
    field_validator,
    model_serializer
)


metamodel_version = "1.12.0"
version = "None"


class ConfiguredBaseModel(BaseModel):
    model_config = ConfigDict(
        serialize_by_alias = True,
        validate_by_name = True,
        validate_assignment = True,
        validate_default = True,
        extra = "forbid",
        arbitrary_types_allowed = True,
        use_enum_values = True,
        strict = False,
    )





class LinkMLMeta(RootModel):
    root: dict[str, Any] = {}
    model_config = ConfigDict(frozen=True)

    def __getattr__(self, key:str):
        return getattr(self.root, key)

    def __getitem__(self, key:str):
        return self.root[key]

    def __setitem__(self, key:str, value):
        self.root[key] = value

    def __contains__(self, key:str) -> bool:
        return key in self.root


linkml_meta = None

class OrganizationType(str, Enum):
    government = "government"
    party = "party"
    department = "department"
    leading_group = "leading_group"
    committee = "committee"
    enterprise = "enterprise"
    institution = "institution"
    park = "park"
    other = "other"


class Role(str, Enum):
    lead = "lead"
    support = "support"
    responsible = "responsible"


class PlatformAction(str, Enum):
    build = "build"
    upgrade = "upgrade"
    use = "use"
    connect = "connect"
    promote = "promote"
    exist = "exist"


class CitationRelation(str, Enum):
    basis = "basis"
    cites = "cites"


class Comparator(str, Enum):
    GREATER_THAN_SIGNEQUALS_SIGN = ">="
    LESS_THAN_SIGNEQUALS_SIGN = "<="
    EQUALS_SIGN = "="
    TILDE = "~"


class TargetStatus(str, Enum):
    planned = "planned"
    achieved = "achieved"


class MetadataField(str, Enum):
    title = "title"
    number = "number"
    issuer = "issuer"
    date = "date"
    region = "region"
    addressee = "addressee"


class RegionLevel(str, Enum):
    country = "country"
    province = "province"
    prefecture = "prefecture"
    county = "county"
    township = "township"
    zone = "zone"



class Entity(ConfiguredBaseModel):
    """
    Anything that documents speak of.
    """
    id: str = Field(default=...)
    label: str = Field(default=...)
    alt_label: Optional[list[str]] = Field(default=None)
    region: Optional[str] = Field(default=None)
    broader: Optional[list[str]] = Field(default=None)
    mentioned_in: Optional[list[str]] = Field(default=None)


class Region(Entity):
    """
    A place with its code of GB/T 2260, or of a user's own.
    """
    code: str = Field(default=...)
    level: Optional[RegionLevel] = Field(default=None)
    former_name: Optional[list[str]] = Field(default=None)
    number_mark: Optional[list[str]] = Field(default=None)
    within: Optional[list[str]] = Field(default=None)
    builds: Optional[list[str]] = Field(default=None)
    upgrades: Optional[list[str]] = Field(default=None)
    uses: Optional[list[str]] = Field(default=None)
    connects: Optional[list[str]] = Field(default=None)
    promotes: Optional[list[str]] = Field(default=None)
    has: Optional[list[str]] = Field(default=None)
    commits_to: Optional[list[str]] = Field(default=None)
    has_target: Optional[list[str]] = Field(default=None)
    id: str = Field(default=...)
    label: str = Field(default=...)
    alt_label: Optional[list[str]] = Field(default=None)
    region: Optional[str] = Field(default=None)
    broader: Optional[list[str]] = Field(default=None)
    mentioned_in: Optional[list[str]] = Field(default=None)


class Organization(Entity):
    """
    A body, as the pair of a region and a name; groups such as 各有关单位 are bodies too.
    """
    organization_type: Optional[list[OrganizationType]] = Field(default=None)
    is_group: Optional[str] = Field(default=None)
    leads: Optional[list[str]] = Field(default=None)
    supports: Optional[list[str]] = Field(default=None)
    responsible_for: Optional[list[str]] = Field(default=None)
    has_target: Optional[list[str]] = Field(default=None)
    id: str = Field(default=...)
    label: str = Field(default=...)
    alt_label: Optional[list[str]] = Field(default=None)
    region: Optional[str] = Field(default=None)
    broader: Optional[list[str]] = Field(default=None)
    mentioned_in: Optional[list[str]] = Field(default=None)


class Document(Entity):
    """
    A document as a work, identified by its number, else by its issuer's region and title.
    """
    number: Optional[list[str]] = Field(default=None)
    date: Optional[list[str]] = Field(default=None)
    horizon: Optional[list[str]] = Field(default=None)
    genre: Optional[list[str]] = Field(default=None)
    carried_by: Optional[list[str]] = Field(default=None)
    cites: Optional[list[str]] = Field(default=None)
    based_on: Optional[list[str]] = Field(default=None)
    issued_by: Optional[list[str]] = Field(default=None)
    title_of_work: Optional[list[str]] = Field(default=None)
    id: str = Field(default=...)
    label: str = Field(default=...)
    alt_label: Optional[list[str]] = Field(default=None)
    region: Optional[str] = Field(default=None)
    broader: Optional[list[str]] = Field(default=None)
    mentioned_in: Optional[list[str]] = Field(default=None)


class Section(Entity):
    """
    A part of a document below a numbered heading.
    """
    document: Optional[str] = Field(default=None)
    path: Optional[str] = Field(default=None)
    id: str = Field(default=...)
    label: str = Field(default=...)
    alt_label: Optional[list[str]] = Field(default=None)
    region: Optional[str] = Field(default=None)
    broader: Optional[list[str]] = Field(default=None)
    mentioned_in: Optional[list[str]] = Field(default=None)


class Task(Entity):
    """
    What a clause makes bodies responsible for, in the document's own words.
    """
    document: str = Field(default=...)
    path: Optional[str] = Field(default=None)
    heading: Optional[str] = Field(default=None)
    position: Optional[int] = Field(default=None)
    covers: Optional[list[str]] = Field(default=None)
    id: str = Field(default=...)
    label: str = Field(default=...)
    alt_label: Optional[list[str]] = Field(default=None)
    region: Optional[str] = Field(default=None)
    broader: Optional[list[str]] = Field(default=None)
    mentioned_in: Optional[list[str]] = Field(default=None)


class Platform(Entity):
    """
    A specific, named information system.
    """
    connected_to: Optional[list[str]] = Field(default=None)
    part_of: Optional[list[str]] = Field(default=None)
    same_kind: Optional[list[str]] = Field(default=None)
    has_target: Optional[list[str]] = Field(default=None)
    id: str = Field(default=...)
    label: str = Field(default=...)
    alt_label: Optional[list[str]] = Field(default=None)
    region: Optional[str] = Field(default=None)
    broader: Optional[list[str]] = Field(default=None)
    mentioned_in: Optional[list[str]] = Field(default=None)


class PlatformKind(Entity):
    """
    A kind of systems of which regions have their own (城市大脑).
    """
    id: str = Field(default=...)
    label: str = Field(default=...)
    alt_label: Optional[list[str]] = Field(default=None)
    region: Optional[str] = Field(default=None)
    broader: Optional[list[str]] = Field(default=None)
    mentioned_in: Optional[list[str]] = Field(default=None)


class Initiative(Entity):
    """
    A named programme, reform, goal-state or theme, shared by all who take it up.
    """
    id: str = Field(default=...)
    label: str = Field(default=...)
    alt_label: Optional[list[str]] = Field(default=None)
    region: Optional[str] = Field(default=None)
    broader: Optional[list[str]] = Field(default=None)
    mentioned_in: Optional[list[str]] = Field(default=None)


class Commitment(Entity):
    """
    A region's own taking up of an initiative; the initiative is its broader concept.
    """
    id: str = Field(default=...)
    label: str = Field(default=...)
    alt_label: Optional[list[str]] = Field(default=None)
    region: Optional[str] = Field(default=None)
    broader: Optional[list[str]] = Field(default=None)
    mentioned_in: Optional[list[str]] = Field(default=None)


class Indicator(Entity):
    """
    What a figure counts, and over what.
    """
    scope: Optional[str] = Field(default=None)
    id: str = Field(default=...)
    label: str = Field(default=...)
    alt_label: Optional[list[str]] = Field(default=None)
    region: Optional[str] = Field(default=None)
    broader: Optional[list[str]] = Field(default=None)
    mentioned_in: Optional[list[str]] = Field(default=None)


class Target(Entity):
    """
    A region's figure; its indicator is its broader concept.
    """
    indicator_name: Optional[str] = Field(default=None)
    scope: Optional[str] = Field(default=None)
    comparator: Optional[Comparator] = Field(default=None)
    value: Optional[str] = Field(default=None)
    unit: Optional[str] = Field(default=None)
    deadline: Optional[str] = Field(default=None)
    status: Optional[TargetStatus] = Field(default=None)
    id: str = Field(default=...)
    label: str = Field(default=...)
    alt_label: Optional[list[str]] = Field(default=None)
    region: Optional[str] = Field(default=None)
    broader: Optional[list[str]] = Field(default=None)
    mentioned_in: Optional[list[str]] = Field(default=None)


class Fact(ConfiguredBaseModel):
    """
    One thing that a source states.
    """
    id: str = Field(default=...)
    source: str = Field(default=...)
    evidence: Optional[list[str]] = Field(default=None)
    rule: list[str] = Field(default=...)
    reading: Optional[list[str]] = Field(default=None)


class MetadataFact(Fact):
    field: MetadataField = Field(default=...)
    stated_value: str = Field(default=...)
    of_date: Optional[str] = Field(default=None)
    region_code: Optional[str] = Field(default=None)
    part: Optional[str] = Field(default=None)
    id: str = Field(default=...)
    source: str = Field(default=...)
    evidence: Optional[list[str]] = Field(default=None)
    rule: list[str] = Field(default=...)
    reading: Optional[list[str]] = Field(default=None)


class HeadingFact(Fact):
    path: str = Field(default=...)
    title: str = Field(default=...)
    id: str = Field(default=...)
    source: str = Field(default=...)
    evidence: Optional[list[str]] = Field(default=None)
    rule: list[str] = Field(default=...)
    reading: Optional[list[str]] = Field(default=None)


class CitationFact(Fact):
    title: Optional[str] = Field(default=None)
    cited_number: Optional[str] = Field(default=None)
    citation_relation: CitationRelation = Field(default=...)
    citation_action: Optional[str] = Field(default=None)
    issuer: Optional[str] = Field(default=None)
    id: str = Field(default=...)
    source: str = Field(default=...)
    evidence: Optional[list[str]] = Field(default=None)
    rule: list[str] = Field(default=...)
    reading: Optional[list[str]] = Field(default=None)


class ResponsibilityFact(Fact):
    organization_name: str = Field(default=...)
    role: Role = Field(default=...)
    task_words: Optional[str] = Field(default=None)
    task_path: Optional[str] = Field(default=None)
    organization_region: Optional[str] = Field(default=None)
    organization_type_read: Optional[OrganizationType] = Field(default=None)
    group: Optional[bool] = Field(default=None)
    written: Optional[str] = Field(default=None)
    deadline: Optional[str] = Field(default=None)
    id: str = Field(default=...)
    source: str = Field(default=...)
    evidence: Optional[list[str]] = Field(default=None)
    rule: list[str] = Field(default=...)
    reading: Optional[list[str]] = Field(default=None)


class PlatformFact(Fact):
    name: str = Field(default=...)
    action: PlatformAction = Field(default=...)
    known: Optional[str] = Field(default=None)
    platform_kind: Optional[str] = Field(default=None)
    owner: Optional[str] = Field(default=None)
    id: str = Field(default=...)
    source: str = Field(default=...)
    evidence: Optional[list[str]] = Field(default=None)
    rule: list[str] = Field(default=...)
    reading: Optional[list[str]] = Field(default=None)


class ConnectionFact(Fact):
    source_name: str = Field(default=...)
    target_name: str = Field(default=...)
    how: Optional[str] = Field(default=None)
    id: str = Field(default=...)
    source: str = Field(default=...)
    evidence: Optional[list[str]] = Field(default=None)
    rule: list[str] = Field(default=...)
    reading: Optional[list[str]] = Field(default=None)


class InitiativeFact(Fact):
    name: str = Field(default=...)
    known: Optional[str] = Field(default=None)
    theme: Optional[bool] = Field(default=None)
    kind_of: Optional[str] = Field(default=None)
    stated_date: Optional[str] = Field(default=None)
    id: str = Field(default=...)
    source: str = Field(default=...)
    evidence: Optional[list[str]] = Field(default=None)
    rule: list[str] = Field(default=...)
    reading: Optional[list[str]] = Field(default=None)


class TargetFact(Fact):
    indicator_name: str = Field(default=...)
    comparator: Comparator = Field(default=...)
    value: str = Field(default=...)
    unit: Optional[str] = Field(default=None)
    deadline: Optional[str] = Field(default=None)
    status: TargetStatus = Field(default=...)
    scope: Optional[str] = Field(default=None)
    period: Optional[str] = Field(default=None)
    id: str = Field(default=...)
    source: str = Field(default=...)
    evidence: Optional[list[str]] = Field(default=None)
    rule: list[str] = Field(default=...)
    reading: Optional[list[str]] = Field(default=None)


class OrganizationFact(Fact):
    name: str = Field(default=...)
    body_type: Optional[str] = Field(default=None)
    bare: Optional[str] = Field(default=None)
    written: Optional[str] = Field(default=None)
    organization_region: Optional[str] = Field(default=None)
    id: str = Field(default=...)
    source: str = Field(default=...)
    evidence: Optional[list[str]] = Field(default=None)
    rule: list[str] = Field(default=...)
    reading: Optional[list[str]] = Field(default=None)


class Source(ConfiguredBaseModel):
    """
    The bytes that were read, and what they say of themselves; one named graph each.
    """
    id: str = Field(default=...)
    sha256: str = Field(default=...)
    file_name: list[str] = Field(default=...)
    reader: str = Field(default=...)
    vocabulary: str = Field(default=...)
    about: Optional[str] = Field(default=None)

    @field_validator('sha256')
    def pattern_sha256(cls, v):
        pattern=re.compile(r"^[0-9a-f]{64}$")
        if isinstance(v, list):
            for element in v:
                if isinstance(element, str) and not pattern.search(element):
                    err_msg = f"Invalid sha256 format: {element}"
                    raise ValueError(err_msg)
        elif isinstance(v, str) and not pattern.search(v):
            err_msg = f"Invalid sha256 format: {v}"
            raise ValueError(err_msg)
        return v


class Evidence(ConfiguredBaseModel):
    """
    A span of a source; offsets count code points of the raw text.
    """
    id: str = Field(default=...)
    source: str = Field(default=...)
    has_selector: list[str] = Field(default=...)
    clean_quote: str = Field(default=...)
    sentence: Optional[str] = Field(default=None)
    sentence_start: int = Field(default=...)
    sentence_end: int = Field(default=...)


class TextPositionSelector(ConfiguredBaseModel):
    id: str = Field(default=...)
    start: int = Field(default=..., ge=0)
    end: int = Field(default=..., ge=0)


class TextQuoteSelector(ConfiguredBaseModel):
    id: str = Field(default=...)
    exact: str = Field(default=...)
    prefix: Optional[str] = Field(default=None)
    suffix: Optional[str] = Field(default=None)


class Statement(ConfiguredBaseModel):
    """
    A direct edge as a node, so that it can say what it rests on.
    """
    id: str = Field(default=...)
    statement_subject: str = Field(default=...)
    statement_predicate: str = Field(default=...)
    statement_object: str = Field(default=...)
    rests_on: Optional[list[str]] = Field(default=None)
    evidence: Optional[list[str]] = Field(default=None)


# Model rebuild
# see https://pydantic-docs.helpmanual.io/usage/models/#rebuilding-a-model
Entity.model_rebuild()
Region.model_rebuild()
Organization.model_rebuild()
Document.model_rebuild()
Section.model_rebuild()
Task.model_rebuild()
Platform.model_rebuild()
PlatformKind.model_rebuild()
Initiative.model_rebuild()
Commitment.model_rebuild()
Indicator.model_rebuild()
Target.model_rebuild()
Fact.model_rebuild()
MetadataFact.model_rebuild()
HeadingFact.model_rebuild()
CitationFact.model_rebuild()
ResponsibilityFact.model_rebuild()
PlatformFact.model_rebuild()
ConnectionFact.model_rebuild()
InitiativeFact.model_rebuild()
TargetFact.model_rebuild()
OrganizationFact.model_rebuild()
Source.model_rebuild()
Evidence.model_rebuild()
TextPositionSelector.model_rebuild()
TextQuoteSelector.model_rebuild()
Statement.model_rebuild()

import { byPostcode } from './locality.ts'

/** King County, Washington, by zip code; the centres are the medians of its recorded home sales. */
export const KING_COUNTY = byPostcode(`
  98001 | West Auburn | Auburn | 47.3162 -122.2720 | Algona, Lakeland North, Auburn West
  98002 | Downtown Auburn | Auburn | 47.3063 -122.2150 | North Auburn
  98003 | Steel Lake | Federal Way | 47.3287 -122.3080 | East Federal Way
  98004 | Downtown Bellevue | Bellevue | 47.6214 -122.2050 | West Bellevue, Clyde Hill, Enatai, Yarrow Point, Hunts Point, Beaux Arts
  98005 | Bridle Trails | Bellevue | 47.6033 -122.1685 | Wilburton, Bel-Red, Woodridge
  98006 | Newport Hills | Bellevue | 47.5585 -122.1465 | Somerset, Cougar Mountain, Factoria, Eastgate
  98007 | Crossroads | Bellevue | 47.6079 -122.1420 | East Bellevue
  98008 | Lake Hills | Bellevue | 47.6159 -122.1170 | West Lake Sammamish, Northeast Bellevue
  98010 | Black Diamond | Black Diamond | 47.3353 -122.0030 |
  98011 | Bothell | Bothell | 47.7557 -122.2020 | North Creek
  98014 | Carnation | Carnation | 47.6722 -121.9110 | Tolt
  98019 | Duvall | Duvall | 47.7356 -121.9670 |
  98022 | Enumclaw | Enumclaw | 47.2061 -121.9990 | Cumberland
  98023 | Twin Lakes | Federal Way | 47.3083 -122.3650 | Dash Point, West Federal Way
  98024 | Fall City | Fall City | 47.5617 -121.9010 | Preston
  98027 | Downtown Issaquah | Issaquah | 47.5323 -122.0470 | Tiger Mountain, Squak Mountain, Mirrormont
  98028 | Kenmore | Kenmore | 47.7558 -122.2440 | Moorlands
  98029 | Issaquah Highlands | Issaquah | 47.5582 -122.0030 | Klahanie
  98030 | Kent East Hill | Kent | 47.3712 -122.1850 | East Hill
  98031 | Panther Lake | Kent | 47.4040 -122.1880 | North East Hill
  98032 | Kent Valley | Kent | 47.3739 -122.2840 | West Hill, West Kent
  98033 | Downtown Kirkland | Kirkland | 47.6837 -122.1880 | Houghton, Rose Hill, South Rose Hill
  98034 | Juanita | Kirkland | 47.7217 -122.2120 | Totem Lake, Finn Hill, Kingsgate
  98038 | Maple Valley | Maple Valley | 47.3640 -122.0330 | Four Corners
  98039 | Medina | Medina | 47.6239 -122.2355 | Evergreen Point
  98040 | Mercer Island | Mercer Island | 47.5625 -122.2250 | Mercer
  98042 | Covington | Covington | 47.3666 -122.1150 | Lake Meridian, Timberlane
  98045 | North Bend | North Bend | 47.4776 -121.7690 |
  98052 | Downtown Redmond | Redmond | 47.6831 -122.1165 | Overlake, Education Hill, Grass Lawn
  98053 | Redmond Ridge | Redmond | 47.6821 -122.0260 | Union Hill, Novelty Hill, Trilogy
  98055 | Talbot Hill | Renton | 47.4562 -122.2015 | South Renton, Benson Hill
  98056 | Renton Highlands | Renton | 47.5099 -122.1820 | Kennydale, Newcastle
  98058 | Fairwood | Renton | 47.4476 -122.1510 | Cascade-Fairwood, Maplewood
  98059 | East Renton | Renton | 47.4894 -122.1460 | May Valley, Briarwood, East Renton Highlands
  98065 | Snoqualmie | Snoqualmie | 47.5336 -121.8700 | Snoqualmie Ridge
  98070 | Vashon Island | Vashon | 47.4145 -122.4615 | Maury Island
  98072 | Downtown Woodinville | Woodinville | 47.7498 -122.1320 | Hollywood Hill
  98074 | North Sammamish | Sammamish | 47.6251 -122.0450 | Sahalee, Inglewood
  98075 | Pine Lake | Sammamish | 47.5884 -122.0220 | Beaver Lake, South Sammamish
  98077 | Cottage Lake | Woodinville | 47.7460 -122.0680 | East Woodinville
  98092 | Lea Hill | Auburn | 47.3107 -122.1800 | East Auburn, Lakeland Hills
  98102 | Eastlake | Seattle | 47.6371 -122.3210 | Capitol Hill, North Capitol Hill, Portage Bay, Cap Hill
  98103 | Fremont | Seattle | 47.6794 -122.3460 | Wallingford, Green Lake, Greenlake, Greenwood, Phinney Ridge, Phinney
  98105 | University District | Seattle | 47.6656 -122.2880 | U District, U-District, Laurelhurst, Windermere
  98106 | Delridge | Seattle | 47.5327 -122.3570 | Highland Park, Pigeon Point, Riverview
  98107 | Ballard | Seattle | 47.6711 -122.3720 | West Woodland
  98108 | Georgetown | Seattle | 47.5519 -122.3040 | South Beacon Hill, Beacon Hill, South Park
  98109 | South Lake Union | Seattle | 47.6372 -122.3510 | SLU, Westlake, East Queen Anne
  98112 | Madison Park | Seattle | 47.6288 -122.3000 | Montlake, Madison Valley, Broadmoor, Washington Park
  98115 | Wedgwood | Seattle | 47.6845 -122.3040 | Ravenna, Maple Leaf, View Ridge, Bryant, Roosevelt, Sand Point
  98116 | Alki | Seattle | 47.5732 -122.3920 | West Seattle, Alki Beach, Admiral, North Admiral
  98117 | Loyal Heights | Seattle | 47.6860 -122.3780 | North Ballard, Crown Hill, Sunset Hill, Whittier Heights, North Beach
  98118 | Columbia City | Seattle | 47.5453 -122.2750 | Rainier Valley, Seward Park, Hillman City, Rainier Beach
  98119 | Queen Anne | Seattle | 47.6390 -122.3680 | Lower Queen Anne, Upper Queen Anne, Interbay
  98122 | Central District | Seattle | 47.6103 -122.2990 | Capitol Hill, Madrona, Leschi, Central Area, Cherry Hill, Cap Hill
  98125 | Lake City | Seattle | 47.7164 -122.3010 | Northgate, Pinehurst, Meadowbrook, Cedar Park
  98126 | High Point | Seattle | 47.5440 -122.3760 | West Seattle, Fairmount Park, Westwood
  98133 | Bitter Lake | Seattle | 47.7330 -122.3430 | Haller Lake, South Shoreline
  98136 | Fauntleroy | Seattle | 47.5404 -122.3880 | West Seattle, Gatewood, Seaview
  98144 | Mount Baker | Seattle | 47.5876 -122.2960 | Mt Baker, North Beacon Hill, Beacon Hill, Judkins Park
  98146 | White Center | Seattle | 47.5036 -122.3580 | Arbor Heights, Shorewood, North Burien
  98148 | South Burien | Burien | 47.4327 -122.3290 | Manhattan
  98155 | Lake Forest Park | Shoreline | 47.7538 -122.3055 | North City, Ridgecrest, LFP
  98166 | Seahurst | Burien | 47.4560 -122.3490 | Normandy Park, Three Tree Point, Gregory Heights
  98168 | Tukwila | Tukwila | 47.4889 -122.3120 | Riverton, Boulevard Park, Foster
  98177 | Richmond Beach | Shoreline | 47.7537 -122.3680 | Innis Arden, Broadview, The Highlands, Blue Ridge
  98178 | Skyway | Seattle | 47.4992 -122.2465 | Bryn Mawr, Rainier View, Lakeridge
  98188 | SeaTac | SeaTac | 47.4481 -122.2820 | Sea-Tac, Sea Tac, McMicken Heights
  98198 | Des Moines | Des Moines | 47.3923 -122.3170 | Redondo, Woodmont, Zenith
  98199 | Magnolia | Seattle | 47.6480 -122.3980 | Magnolia Bluff, Briarcliff, Lawton Park
`)

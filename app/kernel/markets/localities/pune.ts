import { inCity } from './locality.ts'

export const PUNE = [
  ...inCity(
    'Pune',
    `
    Amanora | 411028 | 18.519 73.935 | Amanora Park Town, Amanora Park
    Ambegaon | 411046 | 18.448 73.840 | Ambegaon BK, Ambegaon Budruk
    Aundh | 411007 | 18.558 73.807 |
    Balewadi | 411045 | 18.576 73.779 | Balewadi High Street
    Baner | 411045 | 18.559 73.787 | Banner, Baner Road
    Bavdhan | 411021 | 18.510 73.778 | Bawdhan
    Bibwewadi | 411037 | 18.476 73.864 | Bibvewadi
    Boat Club Road | 411001 | 18.537 73.879 | Boat Club
    Camp | 411001 | 18.512 73.879 | Pune Camp, Pune Cantonment, MG Road
    Chandan Nagar | 411014 | 18.560 73.933 |
    Deccan Gymkhana | 411004 | 18.517 73.841 | Deccan
    Dhankawadi | 411043 | 18.467 73.855 | Dhankavdi
    Dhanori | 411015 | 18.598 73.898 |
    Dhayari | 411041 | 18.446 73.808 |
    Erandwane | 411004 | 18.509 73.831 | Erandwana, Prabhat Road, Law College Road
    Fatima Nagar | 411040 | 18.505 73.900 |
    Fursungi | 412308 | 18.476 73.962 | Phursungi
    Hadapsar | 411028 | 18.509 73.926 |
    Hinjawadi | 411057 | 18.591 73.739 | Hinjewadi, Hinjawadi Phase 1, Hinjewadi Phase 1, Rajiv Gandhi Infotech Park
    Kalyani Nagar | 411006 | 18.546 73.903 |
    Karve Nagar | 411052 | 18.490 73.817 | Karvenagar
    Kasba Peth | 411011 | 18.522 73.857 |
    Katraj | 411046 | 18.457 73.865 |
    Keshav Nagar | 411036 | 18.537 73.942 |
    Kharadi | 411014 | 18.551 73.935 | EON IT Park
    Kondhwa | 411048 | 18.470 73.889 | Kondhawa
    Koregaon Park | 411001 | 18.536 73.894 | KP, Koregaon Park Annexe
    Kothrud | 411038 | 18.507 73.808 | Kothrood
    Lohegaon | 411047 | 18.596 73.918 | Lohgaon
    Lullanagar | 411040 | 18.486 73.884 | Lulla Nagar
    Magarpatta | 411028 | 18.516 73.927 | Magarpatta City
    Manjri | 412307 | 18.515 73.980 | Manjari
    Market Yard | 411037 | 18.489 73.869 | Marketyard
    Model Colony | 411016 | 18.529 73.838 |
    Mohammadwadi | 411060 | 18.474 73.917 | Mohammed Wadi, Mohamadwadi
    Mundhwa | 411036 | 18.532 73.923 | Mundhawa
    Narhe | 411041 | 18.450 73.825 |
    NIBM Road | 411048 | 18.476 73.901 | NIBM, NIBM Annexe
    Pashan | 411021 | 18.541 73.793 | Pashan Sus Road
    Pimple Gurav | 411061 | 18.587 73.815 |
    Pimple Nilakh | 411027 | 18.579 73.787 |
    Pimple Saudagar | 411027 | 18.598 73.797 |
    Pisoli | 411060 | 18.448 73.907 |
    Rahatani | 411017 | 18.603 73.787 | Rahatni
    Sadashiv Peth | 411030 | 18.510 73.848 |
    Shivajinagar | 411005 | 18.531 73.845 | Shivaji Nagar, FC Road, JM Road
    Sinhagad Road | 411051 | 18.478 73.821 | Sinhgad Road, Singhad Road, Anand Nagar
    Sus | 411021 | 18.552 73.755 | Sus Gaon
    Swargate | 411042 | 18.502 73.864 |
    Thergaon | 411033 | 18.610 73.770 |
    Undri | 411060 | 18.457 73.911 |
    Viman Nagar | 411014 | 18.568 73.914 | Vimannagar
    Vishrantwadi | 411015 | 18.574 73.879 |
    Wadgaon Sheri | 411014 | 18.553 73.921 | Vadgaon Sheri, Wadgaonsheri
    Wagholi | 412207 | 18.579 73.983 |
    Wakad | 411057 | 18.599 73.766 |
    Wanowrie | 411040 | 18.493 73.900 | Wanwadi, Wanawadi, Wanowri
    Warje | 411058 | 18.483 73.801 | Warje Malwadi
    Yerawada | 411006 | 18.552 73.886 | Yerwada
  `
  ),
  ...inCity(
    'Pimpri-Chinchwad',
    `
    Akurdi | 411035 | 18.648 73.765 |
    Bhosari | 411039 | 18.620 73.850 |
    Chinchwad | 411033 | 18.638 73.793 | Chinchwad Gaon
    Moshi | 412105 | 18.674 73.847 |
    Nigdi | 411044 | 18.654 73.768 | Pradhikaran
    Pimpri | 411018 | 18.630 73.800 |
    Punawale | 411033 | 18.633 73.738 |
    Ravet | 412101 | 18.648 73.746 |
    Tathawade | 411033 | 18.621 73.749 |
  `
  ),
]
